package aims.rules.management_review_actions_in_time_test

import data.aims.lib.expectation_test as expectation
import data.aims.lib.organization_cases_test as cases
import data.aims.rules.management_review_actions_in_time as rule

said(given) := verdict if {
	verdict := rule.verdict with input as cases.about(given) with data.params as expectation.params
}

action := {"what": "One more auditor", "owner": "Mara Quist", "due": "2026-12-01"}

review := {
	"title": "Summer",
	"on": "2026-06-24",
	"decisions": ["One more auditor."],
	"actions": [{"what": "One more auditor", "owner": "Mara Quist", "due": "2026-12-01"}],
}

said_of(value) := said({"organization": {"managementReviews": value}})

test_passes if {
	every case in [
		[
			[object.union(review, {"actions": [{"what": "One more auditor", "owner": "Mara Quist", "due": "2026-11-01"}]})],
			{
				"observed": [
					[
						"/organization/managementReviews/0/actions/0",
						`The action "One more auditor" is due on 2026-11-01, which has not passed on 2026-11-01.`,
					],
				],
			},
		],
		[
			[object.union(review, {"actions": [{"what": "One more auditor", "owner": "Mara Quist", "due": "2026-10-31", "doneOn": "2026-11-01"}]})],
			{"observed": [["/organization/managementReviews/0/actions/0", `The action "One more auditor" was done on 2026-11-01.`]]},
		],
		[
			[object.union(review, {"actions": []})],
			{"observed": [["/organization/managementReviews", "None of the actions of management reviews is due: the list has no such entry."]]},
		],
	] {
		said_of(case[0]) == cases.told(case[1])
	}
}

test_pending_where_late_for_a_reason if {
	said_of([object.union(review, {"actions": [{"what": "One more auditor", "owner": "Mara Quist", "due": "2026-10-31", "reason": "Nobody found yet."}]})]) == cases.told({
		"pending": [
			[
				"/organization/managementReviews/0/actions/0",
				`The action "One more auditor" was due on 2026-10-31 and is not done, for a recorded reason: Nobody found yet.`,
			],
		],
	})
}

test_violation if {
	every case in [
		[
			[object.union(review, {"actions": [{"what": "One more auditor", "owner": "Mara Quist", "due": "2026-10-31"}]})],
			{
				"violation": [
					[
						"/organization/managementReviews/0/actions/0",
						`The action "One more auditor" was due on 2026-10-31 and is not done; no reason is recorded.`,
					],
				],
			},
		],
		[
			[object.union(review, {"actions": [{"what": "One more auditor", "owner": "Mara Quist", "due": "2026-12-01", "doneOn": "2026-11-02"}]})],
			{
				"violation": [
					[
						"/organization/managementReviews/0/actions/0",
						`The action "One more auditor" is recorded as done on 2026-11-02, which lies in the future of 2026-11-01.`,
					],
				],
			},
		],
		[[], {"violation": [["/organization/managementReviews", "The list of the management reviews is recorded as empty."]]}],
	] {
		said_of(case[0]) == cases.told(case[1])
	}
}

test_missing if {
	every case in [
		[
			[object.remove(review, ["actions"])],
			{
				"missing": [["/organization/managementReviews/0/actions", `The management review "Summer": nobody recorded its actions.`]],
				"observed": [["/organization/managementReviews", "None of the actions of management reviews is due: the list has no such entry."]],
			},
		],
		[
			[object.union(review, {"actions": [{"what": "One more auditor", "owner": "Mara Quist"}]})],
			{
				"missing": [["/organization/managementReviews/0/actions/0", `The action "One more auditor" is not done, and nobody recorded by when it is due.`]],
			},
		],
	] {
		said_of(case[0]) == cases.told(case[1])
	}
	said({}) == cases.told({"missing": [["/organization/managementReviews", "Nobody recorded the management reviews."]]})
}
