package aims.rules.corrective_actions_in_time_test

import data.aims.lib.expectation_test as expectation
import data.aims.lib.organization_cases_test as cases
import data.aims.rules.corrective_actions_in_time as rule

said(given) := verdict if {
	verdict := rule.verdict with input as cases.about(given) with data.params as expectation.params
}

action := {"what": "Ask", "due": "2026-10-31"}

nonconformity := {"id": "nc-1", "what": "No owner", "owner": "Mara Quist", "cause": "Not asked for."}

said_of(value) := said({"organization": {"nonconformities": value}})

test_passes if {
	every case in [
		[
			[
				object.union(nonconformity, {"actions": [{"what": "Ask", "due": "2026-10-31", "doneOn": "2026-11-01"}, {"what": "Ask", "due": "2026-11-01"}]}),
			],
			{
				"observed": [
					["/organization/nonconformities/0/actions/0", `The corrective action "Ask" was done on 2026-11-01.`],
					[
						"/organization/nonconformities/0/actions/1",
						`The corrective action "Ask" is due on 2026-11-01, which has not passed on 2026-11-01.`,
					],
				],
			},
		],
		[
			[object.union(nonconformity, {"actions": []})],
			{"observed": [["/organization/nonconformities", "None of the corrective actions is due: the list has no such entry."]]},
		],
		[[], {"observed": [["/organization/nonconformities", "None of the corrective actions is due: the list has no such entry."]]}],
	] {
		said_of(case[0]) == cases.told(case[1])
	}
}

test_pending_where_late_for_a_reason if {
	said_of([object.union(nonconformity, {"actions": [{"what": "Ask", "due": "2026-10-31", "reason": "Nobody free."}]})]) == cases.told({
		"pending": [
			[
				"/organization/nonconformities/0/actions/0",
				`The corrective action "Ask" was due on 2026-10-31 and is not done, for a recorded reason: Nobody free.`,
			],
		],
	})
}

test_violation if {
	every case in [
		[
			[object.union(nonconformity, {"actions": [{"what": "Ask", "due": "2026-10-31"}]})],
			{
				"violation": [
					[
						"/organization/nonconformities/0/actions/0",
						`The corrective action "Ask" was due on 2026-10-31 and is not done; no reason is recorded.`,
					],
				],
			},
		],
		[
			[object.union(nonconformity, {"actions": [{"what": "Ask", "due": "2026-10-31", "doneOn": "2026-11-02"}]})],
			{
				"violation": [
					[
						"/organization/nonconformities/0/actions/0",
						`The corrective action "Ask" is recorded as done on 2026-11-02, which lies in the future of 2026-11-01.`,
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
				"missing": [["/organization/nonconformities/0/actions", `The nonconformity "No owner": nobody recorded its corrective actions.`]],
				"observed": [["/organization/nonconformities", "None of the corrective actions is due: the list has no such entry."]],
			},
		],
		[
			[object.union(nonconformity, {"actions": [{"what": "Ask"}]})],
			{
				"missing": [["/organization/nonconformities/0/actions/0", `The corrective action "Ask" is not done, and nobody recorded by when it is due.`]],
			},
		],
	] {
		said_of(case[0]) == cases.told(case[1])
	}
	said({}) == cases.told({"missing": [["/organization/nonconformities", "Nobody recorded the corrective actions."]]})
}
