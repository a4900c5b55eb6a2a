package aims.rules.auditors_independent_test

import data.aims.lib.expectation_test as expectation
import data.aims.lib.organization_cases_test as cases
import data.aims.rules.auditors_independent as rule

said(given) := verdict if {
	verdict := rule.verdict with input as cases.about(given) with data.params as expectation.params
}

audit := {"title": "Spring", "auditors": ["Jonas Brandt"], "areaOwners": ["Mara Quist"]}

said_of(value) := said({"organization": {"audits": value}})

test_passes if {
	said_of([audit]) == cases.told({"observed": [["/organization/audits/0", `The internal audit "Spring": Jonas Brandt audited no work of their own.`]]})
	said({
		"organization": {"audits": [{"title": "Spring", "auditors": ["Mara Quist"], "systems": ["a"]}]},
		"systems": [{"id": "a", "name": "A", "owner": "Jonas Brandt"}, {"id": "b", "name": "B"}],
	}) == cases.told({"observed": [["/organization/audits/0", `The internal audit "Spring": Mara Quist audited no work of their own.`]]})
}

test_violation_where_somebody_audits_their_own_work if {
	said_of([object.union(audit, {"areaOwners": ["Mara Quist", " jonas brandt"]})]) == cases.told({"violation": [["/organization/audits/0", `The internal audit "Spring": Jonas Brandt audited work of their own.`]]})
	said({
		"organization": {"audits": [object.union(audit, {"systems": ["a", "b"]})]},
		"systems": [{"id": "a", "name": "A", "owner": "Jonas Brandt"}, {"id": "b", "name": "B"}],
	}) == cases.told({
		"violation": [["/organization/audits/0", `The internal audit "Spring": Jonas Brandt audited work of their own.`]],
		"missing": [["/organization/audits/0", `The internal audit "Spring": nobody recorded who owns the system b.`]],
	})
}

test_missing_where_a_system_was_not_selected if {
	said({
		"organization": {"audits": [object.union(audit, {"systems": ["b", "c"]})]},
		"systems": [{"id": "b", "name": "B"}],
		"selection": ["systems/b.yaml"],
	}).missing == cases.told({"missing": [
		["/organization/audits/0", `The internal audit "Spring": nobody recorded who owns the system b.`],
		["/organization/audits/0", `The internal audit "Spring": the system c is not among those selected, and nobody can tell who owns it.`],
	]}).missing
}

test_violation_when_empty if {
	said_of([]) == cases.told({"violation": [["/organization/audits", "The list of the internal audits is recorded as empty."]]})
}

test_missing_when_blank if {
	every case in [
		[[object.remove(audit, ["auditors"])], {"missing": [["/organization/audits/0", `The internal audit "Spring": nobody recorded who held it.`]]}],
		[
			[object.union(audit, {"auditors": []})],
			{"missing": [["/organization/audits/0", `The internal audit "Spring": nobody recorded who held it.`]]},
		],
		[
			[object.remove(audit, ["areaOwners"])],
			{"missing": [["/organization/audits/0", `The internal audit "Spring": nobody recorded whose work it looked at.`]]},
		],
		[
			[{"title": "Spring"}],
			{
				"missing": [
					["/organization/audits/0", `The internal audit "Spring": nobody recorded who held it.`],
					["/organization/audits/0", `The internal audit "Spring": nobody recorded whose work it looked at.`],
				],
			},
		],
	] {
		said_of(case[0]) == cases.told(case[1])
	}
	every case in [
		[{}, {"missing": [["/organization/audits", "Nobody recorded the internal audits."]]}],
		[
			{
				"organization": {"audits": [object.union(object.remove(audit, ["areaOwners"]), {"systems": ["b", "c"]})]},
				"systems": [{"id": "a", "name": "A", "owner": "Jonas Brandt"}, {"id": "b", "name": "B"}],
			},
			{
				"missing": [
					["/organization/audits/0", `The internal audit "Spring": nobody recorded who owns the system b.`],
					["/organization/audits/0", `The internal audit "Spring": nobody recorded who owns the system c.`],
					["/organization/audits/0", `The internal audit "Spring": nobody recorded whose work it looked at.`],
				],
			},
		],
	] {
		said(case[0]) == cases.told(case[1])
	}
}
