package aims.rules.customer_feedback_reviewed_test

import data.aims.lib.expectation_test as expectation
import data.aims.lib.organization_cases_test as cases
import data.aims.rules.customer_feedback_reviewed as rule

said(given) := verdict if {
	verdict := rule.verdict with input as cases.about(given) with data.params as expectation.params
}

test_passes_up_to_the_limit if {
	said({"organization": {"aiRoles": ["provider"], "customerFeedback": {"reviewedOn": "2025-11-01", "reviewedBy": "Mara Quist"}}}) == cases.told({
		"observed": [
			[
				"/organization/customerFeedback/reviewedOn",
				"The feedback of customers was reviewed on 2025-11-01, 365 days before 2026-11-01, within the limit of 365 days.",
			],
		],
	})
}

test_stale_beyond_it if {
	said({"organization": {"aiRoles": ["provider"], "customerFeedback": {"reviewedOn": "2025-10-31"}}}) == cases.told({
		"stale": [
			[
				"/organization/customerFeedback/reviewedOn",
				"The feedback of customers was last reviewed on 2025-10-31, 366 days before 2026-11-01; the limit is 365 days.",
			],
		],
	})
}

test_violation_in_the_future if {
	said({"organization": {"aiRoles": ["provider"], "customerFeedback": {"reviewedOn": "2026-11-02"}}}) == cases.told({
		"violation": [
			[
				"/organization/customerFeedback/reviewedOn",
				"The feedback of customers is recorded as reviewed on 2026-11-02, which lies in the future of 2026-11-01.",
			],
		],
	})
}

test_pending_without_a_day if {
	said({"organization": {"aiRoles": ["provider"], "customerFeedback": {"reviewedBy": "Mara Quist"}}}) == cases.told({
		"pending": [["/organization/customerFeedback/reviewedBy", "Mara Quist is named as reviewer of the feedback of customers, but no date is recorded."]],
	})
}

test_missing if {
	every case in [
		[
			{"organization": {"aiRoles": ["provider"]}},
			{"missing": [["/organization/customerFeedback/reviewedOn", "Nobody recorded a review of the feedback of customers."]]},
		],
		[
			{"organization": {"aiRoles": ["provider"], "customerFeedback": {}}},
			{"missing": [["/organization/customerFeedback/reviewedOn", "Nobody recorded a review of the feedback of customers."]]},
		],
		[
			{"organization": {"customerFeedback": {"reviewedOn": "2026-10-01"}}},
			{"missing": [["/organization/aiRoles", "Nobody recorded which role towards AI systems the organization has."]]},
		],
	] {
		said(case[0]) == cases.told(case[1])
	}
}

test_does_not_apply_to_those_who_only_use_ai if {
	said({"organization": {"aiRoles": ["customer"]}}) == expectation.outside({expectation.item("/organization/aiRoles", "The roles towards AI systems are recorded as customer; the rule concerns providers and producers.")})
}

test_the_limit_is_the_parameter if {
	given := {"organization": {"aiRoles": ["provider"], "customerFeedback": {"reviewedOn": "2026-10-30"}}}
	verdict := rule.verdict with input as cases.about(given) with data.params as {"customer-feedback-review-max-age": 1}
	verdict == cases.told({
		"stale": [
			[
				"/organization/customerFeedback/reviewedOn",
				"The feedback of customers was last reviewed on 2026-10-30, 2 days before 2026-11-01; the limit is 1 day.",
			],
		],
	})
}

test_nothing_is_said_without_the_parameter if {
	given := {"organization": {"aiRoles": ["provider"], "customerFeedback": {"reviewedOn": "2025-11-01", "reviewedBy": "Mara Quist"}}}
	not rule.verdict with input as cases.about(given) with data.params as {}
}
