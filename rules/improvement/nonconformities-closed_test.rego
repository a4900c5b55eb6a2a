package aims.rules.nonconformities_closed_test

import data.aims.lib.expectation_test as expectation
import data.aims.lib.organization_cases_test as cases
import data.aims.rules.nonconformities_closed as rule

said(given) := verdict if {
	verdict := rule.verdict with input as cases.about(given) with data.params as expectation.params
}

nonconformity := {"id": "nc-1", "what": "No owner", "owner": "Mara Quist", "cause": "Not asked for."}

said_of(value) := said({"organization": {"nonconformities": value}})

test_passes if {
	every case in [
		[
			[object.union(nonconformity, {"closedOn": "2026-11-01", "closeBy": "2026-10-01"})],
			{"observed": [["/organization/nonconformities/0", `The closure of the nonconformity "No owner" was done on 2026-11-01.`]]},
		],
		[
			[object.union(nonconformity, {"closeBy": "2026-11-01"})],
			{
				"observed": [
					[
						"/organization/nonconformities/0",
						`The closure of the nonconformity "No owner" is due on 2026-11-01, which has not passed on 2026-11-01.`,
					],
				],
			},
		],
		[[], {"observed": [["/organization/nonconformities", "None of the nonconformities is due: the list has no such entry."]]}],
	] {
		said_of(case[0]) == cases.told(case[1])
	}
}

test_violation if {
	every case in [
		[
			[object.union(nonconformity, {"closeBy": "2026-10-31"})],
			{
				"violation": [
					[
						"/organization/nonconformities/0",
						`The closure of the nonconformity "No owner" was due on 2026-10-31 and is not done; no reason is recorded.`,
					],
				],
			},
		],
		[
			[object.union(nonconformity, {"closedOn": "2026-11-02"})],
			{
				"violation": [
					[
						"/organization/nonconformities/0",
						`The closure of the nonconformity "No owner" is recorded as done on 2026-11-02, which lies in the future of 2026-11-01.`,
					],
				],
			},
		],
	] {
		said_of(case[0]) == cases.told(case[1])
	}
}

test_missing if {
	every case in [
		[
			[nonconformity],
			{
				"missing": [
					[
						"/organization/nonconformities/0",
						`The closure of the nonconformity "No owner" is not done, and nobody recorded by when it is due.`,
					],
				],
			},
		],
		[
			[nonconformity, object.union(nonconformity, {"closeBy": "soon"})],
			{
				"missing": [
					[
						"/organization/nonconformities/0",
						`The closure of the nonconformity "No owner" is not done, and nobody recorded by when it is due.`,
					],
					["/organization/nonconformities/1", `The closure of the nonconformity "No owner" is due on a day that cannot be read: soon.`],
				],
			},
		],
	] {
		said_of(case[0]) == cases.told(case[1])
	}
	said({}) == cases.told({"missing": [["/organization/nonconformities", "Nobody recorded the nonconformities."]]})
}
