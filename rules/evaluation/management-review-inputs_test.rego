package aims.rules.management_review_inputs_test

import data.aims.lib.expectation_test as expectation
import data.aims.lib.organization_cases_test as cases
import data.aims.rules.management_review_inputs as rule

said(given) := verdict if {
	verdict := rule.verdict with input as cases.about(given) with data.params as expectation.params
}

said_of(value) := said({"organization": {"managementReviews": value}})

test_passes_where_the_last_deals_with_all if {
	said_of([
		{
			"title": "Summer",
			"on": "2026-06-24",
			"inputs": ["earlier-actions", "context-changes", "party-changes", "nonconformities", "measurements", "audits", "improvements"],
		},
		{"title": "Summer", "on": "2025-06", "inputs": []},
	]) == cases.told({
		"observed": [
			[
				"/organization/managementReviews/0/inputs",
				`The management review "Summer" covers all that it has to: trends of audit results, changes of the context, what became of earlier actions, chances to improve, trends of what is monitored and measured, trends of nonconformities and corrective actions and changes of what interested parties need.`,
			],
		],
	})
}

test_pending_where_it_leaves_something_out if {
	every case in [
		[
			[
				{
					"title": "Summer",
					"on": "2026-06-24",
					"inputs": ["earlier-actions", "context-changes", "party-changes", "nonconformities", "measurements", "audits"],
				},
				{
					"title": "Summer",
					"on": "2025-06",
					"inputs": ["earlier-actions", "context-changes", "party-changes", "nonconformities", "measurements", "audits", "improvements"],
				},
			],
			{"pending": [["/organization/managementReviews/0/inputs", `The management review "Summer" does not cover chances to improve.`]]},
		],
		[
			[{"title": "Summer", "on": "2026-06-24", "inputs": []}],
			{
				"pending": [
					[
						"/organization/managementReviews/0/inputs",
						`The management review "Summer" does not cover trends of audit results, changes of the context, what became of earlier actions, chances to improve, trends of what is monitored and measured, trends of nonconformities and corrective actions and changes of what interested parties need.`,
					],
				],
			},
		],
		[
			[{"title": "Summer", "on": "2026-06-24", "inputs": ["nonconformities", "measurements", "audits", "improvements"]}],
			{
				"pending": [
					[
						"/organization/managementReviews/0/inputs",
						`The management review "Summer" does not cover changes of the context, what became of earlier actions and changes of what interested parties need.`,
					],
				],
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
	every case in [
		[
			[{"title": "Summer", "on": "2026-06-24"}],
			{"missing": [["/organization/managementReviews/0/inputs", `The management review "Summer": nobody recorded what it covers.`]]},
		],
		[
			[
				{
					"title": "Summer",
					"inputs": ["earlier-actions", "context-changes", "party-changes", "nonconformities", "measurements", "audits", "improvements"],
				},
			],
			{"missing": [["/organization/managementReviews", "No management review has a day, so that nobody can tell which is the last."]]},
		],
	] {
		said_of(case[0]) == cases.told(case[1])
	}
	said({}) == cases.told({"missing": [["/organization/managementReviews", "Nobody recorded the management reviews."]]})
}
