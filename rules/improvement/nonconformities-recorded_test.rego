package aims.rules.nonconformities_recorded_test

import data.aims.lib.expectation_test as expectation
import data.aims.lib.organization_cases_test as cases
import data.aims.rules.nonconformities_recorded as rule

said(given) := verdict if {
	verdict := rule.verdict with input as cases.about(given) with data.params as expectation.params
}

action := {"what": "Ask", "due": "2026-10-31"}

nonconformity := {"id": "nc-1", "what": "No owner", "owner": "Mara Quist", "cause": "Not asked for."}

said_of(value) := said({"organization": {"nonconformities": value}})

test_passes if {
	every case in [
		[
			[object.union(nonconformity, {"actions": [{"what": "Ask", "due": "2026-10-31"}]})],
			{
				"observed": [["/organization/nonconformities/0", `The nonconformity "No owner" is recorded with a corrective action, a cause and an owner.`]],
			},
		],
		[[], {"observed": [["/organization/nonconformities", "The list of the nonconformities is recorded as empty: there are none."]]}],
	] {
		said_of(case[0]) == cases.told(case[1])
	}
}

test_pending_where_something_is_blank if {
	every case in [
		[
			[object.union(nonconformity, {"actions": []})],
			{"pending": [["/organization/nonconformities/0", `The nonconformity "No owner" is recorded without a corrective action.`]]},
		],
		[
			[
				object.union(object.remove(nonconformity, ["owner"]), {"actions": [{"what": "Ask", "due": "2026-10-31"}]}),
				object.union(object.remove(nonconformity, ["cause"]), {"actions": [{"what": "Ask", "due": "2026-10-31"}]}),
				nonconformity,
			],
			{
				"pending": [
					["/organization/nonconformities/0", `The nonconformity "No owner" is recorded without an owner.`],
					["/organization/nonconformities/1", `The nonconformity "No owner" is recorded without a cause.`],
					["/organization/nonconformities/2", `The nonconformity "No owner" is recorded without a corrective action.`],
				],
			},
		],
	] {
		said_of(case[0]) == cases.told(case[1])
	}
}

test_missing_when_blank if {
	said({}) == cases.told({"missing": [["/organization/nonconformities", "Nobody recorded the nonconformities."]]})
}
