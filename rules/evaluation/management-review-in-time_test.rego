package aims.rules.management_review_in_time_test

import data.aims.lib.expectation_test as expectation
import data.aims.lib.organization_cases_test as cases
import data.aims.rules.management_review_in_time as rule

said(given) := verdict if {
	verdict := rule.verdict with input as cases.about(given) with data.params as expectation.params
}

said_of(value) := said({"organization": {"managementReviews": value}})

test_passes_up_to_the_limit if {
	said_of([{"title": "Summer", "on": "2025-11-01"}, {"title": "Summer", "on": "2024-01-01"}]) == cases.told({
		"observed": [
			[
				"/organization/managementReviews/0/on",
				`The management review "Summer" was held on 2025-11-01, 365 days before 2026-11-01, within the limit of 365 days.`,
			],
		],
	})
}

test_stale_beyond_it if {
	said_of([{"title": "Summer", "on": "2025-10-31"}]) == cases.told({
		"stale": [
			[
				"/organization/managementReviews/0/on",
				`The management review "Summer" was held on 2025-10-31, 366 days before 2026-11-01; the limit is 365 days.`,
			],
		],
	})
}

test_violation if {
	every case in [
		[[], {"violation": [["/organization/managementReviews", "The list of the management reviews is recorded as empty."]]}],
		[
			[{"title": "Summer", "on": "2026-11-02"}],
			{
				"violation": [
					[
						"/organization/managementReviews/0/on",
						`The management review "Summer" is recorded as held on 2026-11-02, which lies in the future of 2026-11-01.`,
					],
				],
			},
		],
	] {
		said_of(case[0]) == cases.told(case[1])
	}
}

test_missing if {
	said_of([{"title": "Summer"}]) == cases.told({"missing": [["/organization/managementReviews", "None of the management reviews has a day on which it was held."]]})
	said({}) == cases.told({"missing": [["/organization/managementReviews", "Nobody recorded the management reviews."]]})
}

test_the_limit_is_the_parameter if {
	given := {"organization": {"managementReviews": [{"title": "Summer", "on": "2026-10-30"}]}}
	verdict := rule.verdict with input as cases.about(given) with data.params as {"management-review-max-age": 1}
	verdict == cases.told({
		"stale": [
			[
				"/organization/managementReviews/0/on",
				`The management review "Summer" was held on 2026-10-30, 2 days before 2026-11-01; the limit is 1 day.`,
			],
		],
	})
}

test_nothing_is_said_without_the_parameter if {
	given := {"organization": {"managementReviews": [{"title": "Summer", "on": "2025-11-01"}, {"title": "Summer", "on": "2024-01-01"}]}}
	not rule.verdict with input as cases.about(given) with data.params as {}
}
