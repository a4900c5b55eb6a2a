package aims.rules.corrective_actions_effective_test

import data.aims.lib.expectation_test as expectation
import data.aims.lib.organization_cases_test as cases
import data.aims.rules.corrective_actions_effective as rule

said(given) := verdict if {
	verdict := rule.verdict with input as cases.about(given) with data.params as expectation.params
}

action := {"what": "Ask", "due": "2026-10-31"}

nonconformity := {"id": "nc-1", "what": "No owner", "owner": "Mara Quist", "cause": "Not asked for."}

said_of(value) := said({"organization": {"nonconformities": value}})

test_passes if {
	said_of([
		object.union(nonconformity, {"actions": [{"what": "Ask", "due": "2026-10-31", "doneOn": "2026-09-01"}, {"what": "Ask", "due": "2026-10-31", "doneOn": "2026-10-01"}], "effectiveness": {"checkedOn": "2026-10-01", "result": "effective"}}),
	]) == cases.told({
		"observed": [
			[
				"/organization/nonconformities/0/effectiveness",
				`What was done about the nonconformity "No owner" had its effect, as the check on 2026-10-01 found.`,
			],
		],
	})
}

test_nothing_to_look_for_while_an_action_is_open if {
	every case in [
		[
			[
				object.union(nonconformity, {"actions": [{"what": "Ask", "due": "2026-10-31", "doneOn": "2026-09-01"}, {"what": "Ask", "due": "2026-10-31"}], "effectiveness": {}}),
			],
			{"observed": [["/organization/nonconformities", "None of the corrective actions is done yet: there is no effect to look for."]]},
		],
		[
			[nonconformity],
			{"observed": [["/organization/nonconformities", "None of the corrective actions is done yet: there is no effect to look for."]]},
		],
		[[], {"observed": [["/organization/nonconformities", "None of the corrective actions is done yet: there is no effect to look for."]]}],
	] {
		said_of(case[0]) == cases.told(case[1])
	}
}

test_a_closed_one_counts_as_done if {
	every case in [
		[
			[
				{
					"id": "nc-1",
					"what": "No owner",
					"owner": "Mara Quist",
					"cause": "Not asked for.",
					"actions": [action],
					"effectiveness": {},
					"closedOn": "2026-09-01",
				},
			],
			{
				"missing": [
					[
						"/organization/nonconformities/0/effectiveness",
						`What was done about the nonconformity "No owner" is done, and nobody recorded when its effect was checked.`,
					],
				],
			},
		],
		[
			[object.union(nonconformity, {"closedOn": "2026-09-01", "effectiveness": {"checkedOn": "2026-10-01", "result": "effective"}})],
			{
				"observed": [
					[
						"/organization/nonconformities/0/effectiveness",
						`What was done about the nonconformity "No owner" had its effect, as the check on 2026-10-01 found.`,
					],
				],
			},
		],
		[
			[
				{
					"id": "nc-1",
					"what": "No owner",
					"owner": "Mara Quist",
					"cause": "Not asked for.",
					"actions": [],
					"effectiveness": {},
					"closedOn": "2026-09-01",
				},
			],
			{
				"missing": [
					[
						"/organization/nonconformities/0/effectiveness",
						`What was done about the nonconformity "No owner" is done, and nobody recorded when its effect was checked.`,
					],
				],
			},
		],
	] {
		said_of(case[0]) == cases.told(case[1])
	}
}

test_violation if {
	every case in [
		[
			[
				object.union(nonconformity, {"actions": [{"what": "Ask", "due": "2026-10-31", "doneOn": "2026-09-01"}], "effectiveness": {"checkedOn": "2026-10-01", "result": "not-effective"}}),
			],
			{
				"violation": [
					[
						"/organization/nonconformities/0/effectiveness",
						`What was done about the nonconformity "No owner" did not have its effect, as the check on 2026-10-01 found.`,
					],
				],
			},
		],
		[
			[
				object.union(nonconformity, {"actions": [{"what": "Ask", "due": "2026-10-31", "doneOn": "2026-09-01"}], "effectiveness": {"checkedOn": "2026-11-02", "result": "effective"}}),
			],
			{
				"violation": [
					[
						"/organization/nonconformities/0/effectiveness",
						`What was done about the nonconformity "No owner" has a check of its effect on 2026-11-02, which lies in the future of 2026-11-01.`,
					],
				],
			},
		],
	] {
		said_of(case[0]) == cases.told(case[1])
	}
}

test_stale_when_looked_before_the_last_action if {
	said_of([
		object.union(nonconformity, {"actions": [{"what": "Ask", "due": "2026-10-31", "doneOn": "2026-09-01"}, {"what": "Ask", "due": "2026-10-31", "doneOn": "2026-10-02"}], "effectiveness": {"checkedOn": "2026-10-01", "result": "effective"}}),
	]) == cases.told({
		"stale": [
			[
				"/organization/nonconformities/0/effectiveness",
				`What was done about the nonconformity "No owner" was checked for its effect on 2026-10-01, before it was done on 2026-10-02.`,
			],
		],
	})
}

test_missing if {
	every case in [
		[
			[object.union(nonconformity, {"actions": [{"what": "Ask", "due": "2026-10-31", "doneOn": "2026-09-01"}]})],
			{
				"missing": [
					[
						"/organization/nonconformities/0/effectiveness",
						`What was done about the nonconformity "No owner" is done, and nobody recorded when its effect was checked.`,
					],
				],
			},
		],
		[
			[
				object.union(nonconformity, {"actions": [{"what": "Ask", "due": "2026-10-31", "doneOn": "2026-09-01"}], "effectiveness": {"checkedOn": "2026-10-01"}}),
			],
			{
				"missing": [
					[
						"/organization/nonconformities/0/effectiveness",
						`What was done about the nonconformity "No owner" was checked for its effect on 2026-10-01, and nobody recorded whether it had it.`,
					],
				],
			},
		],
		[
			[
				object.union(nonconformity, {"actions": [{"what": "Ask", "due": "2026-10-31", "doneOn": "2026-09-01"}], "effectiveness": {"checkedOn": "2026-10-01", "result": "unknown"}}),
			],
			{
				"missing": [
					[
						"/organization/nonconformities/0/effectiveness",
						`What was done about the nonconformity "No owner" was checked for its effect on 2026-10-01, and whether it had it is recorded as unknown.`,
					],
				],
			},
		],
	] {
		said_of(case[0]) == cases.told(case[1])
	}
	said({}) == cases.told({"missing": [["/organization/nonconformities", "Nobody recorded the corrective actions."]]})
}
