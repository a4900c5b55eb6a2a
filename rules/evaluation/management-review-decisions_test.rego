package aims.rules.management_review_decisions_test

import data.aims.lib.expectation_test as expectation
import data.aims.lib.organization_cases_test as cases
import data.aims.rules.management_review_decisions as rule

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
			[review],
			{
				"observed": [
					["/organization/managementReviews/0", `The management review "Summer" is recorded with a decision.`],
					[
						"/organization/managementReviews/0/actions/0",
						`The action "One more auditor" is recorded with a day by which it is due and an owner.`,
					],
				],
			},
		],
		[
			[object.union(review, {"actions": []})],
			{
				"observed": [
					["/organization/managementReviews/0", `The management review "Summer" is recorded with a decision.`],
					[
						"/organization/managementReviews/0/actions",
						`The list of the actions of the management review "Summer" is recorded as empty: there are none.`,
					],
				],
			},
		],
	] {
		said_of(case[0]) == cases.told(case[1])
	}
}

test_pending_where_something_is_blank if {
	every case in [
		[
			[object.remove(review, ["decisions"])],
			{
				"pending": [["/organization/managementReviews/0", `The management review "Summer" is recorded without a decision.`]],
				"observed": [
					[
						"/organization/managementReviews/0/actions/0",
						`The action "One more auditor" is recorded with a day by which it is due and an owner.`,
					],
				],
			},
		],
		[
			[object.union(review, {"decisions": []})],
			{
				"pending": [["/organization/managementReviews/0", `The management review "Summer" is recorded without a decision.`]],
				"observed": [
					[
						"/organization/managementReviews/0/actions/0",
						`The action "One more auditor" is recorded with a day by which it is due and an owner.`,
					],
				],
			},
		],
		[
			[
				object.union(review, {"actions": [{"what": "One more auditor", "due": "2026-12-01"}, {"what": "One more auditor", "owner": "Mara Quist"}]}),
			],
			{
				"pending": [
					["/organization/managementReviews/0/actions/0", `The action "One more auditor" is recorded without an owner.`],
					["/organization/managementReviews/0/actions/1", `The action "One more auditor" is recorded without a day by which it is due.`],
				],
				"observed": [["/organization/managementReviews/0", `The management review "Summer" is recorded with a decision.`]],
			},
		],
	] {
		said_of(case[0]) == cases.told(case[1])
	}
}

test_violation_when_empty if {
	said_of([]) == cases.told({"violation": [["/organization/managementReviews", "The list of the management reviews is recorded as empty."]]})
}

test_missing_when_blank if {
	said_of([object.remove(review, ["actions"])]) == cases.told({
		"missing": [["/organization/managementReviews/0/actions", `Nobody recorded the actions of the management review "Summer".`]],
		"observed": [["/organization/managementReviews/0", `The management review "Summer" is recorded with a decision.`]],
	})
	said({}) == cases.told({"missing": [["/organization/managementReviews", "Nobody recorded the management reviews."]]})
}
