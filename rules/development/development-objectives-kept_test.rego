package aims.rules.development_objectives_kept_test

import data.aims.lib.expectation_test as expectation
import data.aims.rules.development_objectives_kept as rule

said_with(system, evidence) := verdict if {
	verdict := rule.verdict with input as object.union(expectation.about(system), {"evidence": evidence})
		with data.params as expectation.params
}

said(system) := said_with(system, evidence)

complete := {"version": "4.2"}

evidence := [
	{
		"id": "r",
		"kind": "plan",
		"title": "Release 4.2",
		"controls": ["iso42001:A.6.1.2"],
		"systemVersion": "4.2",
		"state": "approved",
		"path": "r.json",
		"fileState": "matches",
	},
]

test_passes_when_kept if {
	said(complete) == expectation.says({"observed": {expectation.item("/evidence/0", "\"Release 4.2\" is recorded as a document of the objectives for responsible development.")}})
}

test_missing_when_of_another_kind if {
	said_with(complete, json.patch(evidence, [{"op": "replace", "path": "/0/kind", "value": "log"}])) == expectation.says({"missing": {expectation.item("/evidence", "No evidence record for iso42001:A.6.1.2 holds a document of the objectives for responsible development (kind: plan, kind: policy, kind: specification, kind: register).")}})
}

test_pending_when_it_is_a_draft if {
	said_with(complete, json.patch(evidence, [{"op": "replace", "path": "/0/state", "value": "draft"}])) == expectation.says({"pending": {expectation.item("/evidence/0/state", "\"Release 4.2\" is a draft.")}})
}

test_stale_when_it_ran_out if {
	said_with(complete, json.patch(evidence, [{"op": "add", "path": "/0/validUntil", "value": "2026-10-31"}])) == expectation.says({"stale": {expectation.item("/evidence/0/validUntil", "\"Release 4.2\" was valid until 2026-10-31, which is before 2026-11-01.")}})
}

test_does_not_apply_to_ideas if {
	said_with({"lifecycle": {"stage": "idea"}}, []) == expectation.outside({expectation.item("/system/lifecycle/stage", "The stage of the life cycle is idea; the rule concerns systems that are built or used.")})
}

test_does_not_apply_to_purchased_systems if {
	said_with({"acquisition": "purchased"}, []) == expectation.outside({expectation.item("/system/acquisition", "The system is recorded as purchased; the rule concerns systems that the organization makes.")})
}

test_missing_when_nothing_is_recorded if {
	said_with({}, []) == expectation.says({"missing": {expectation.item("/evidence", "No evidence record for iso42001:A.6.1.2 holds a document of the objectives for responsible development (kind: plan, kind: policy, kind: specification, kind: register).")}})
}

test_does_not_apply_to_retired_systems if {
	said_with({"lifecycle": {"stage": "retired"}}, []) == expectation.outside({expectation.item("/system/lifecycle/stage", "The stage of the life cycle is retired; the rule concerns systems that are built or used.")})
}
