package aims.rules.policy_reviewed_test

import data.aims.lib.expectation_test as expectation
import data.aims.rules.policy_reviewed as rule

said(case, params) := verdict if {
	verdict := rule.verdict with input as expectation.about_organization_with(case.organization, case.input)
		with data.params as params
}

# What the organization records, what else the input holds, and all that the rule says.
cases := {
	"at the limit": {
		"organization": {"policy": {"reviewedOn": "2025-11-01", "reviewedBy": "Board"}},
		"input": {},
		"says": [["observed", "/organization/policy/reviewedOn", "The AI policy was reviewed on 2025-11-01, 365 days before 2026-11-01, within the limit of 365 days."]],
	},
	"older than the limit": {
		"organization": {"policy": {"reviewedOn": "2025-10-31", "reviewedBy": "Board"}},
		"input": {},
		"says": [["stale", "/organization/policy/reviewedOn", "The AI policy was last reviewed on 2025-10-31, 366 days before 2026-11-01; the limit is 365 days."]],
	},
	"in the future": {
		"organization": {"policy": {"reviewedOn": "2026-11-02", "reviewedBy": "Board"}},
		"input": {},
		"says": [["violation", "/organization/policy/reviewedOn", "The AI policy is recorded as reviewed on 2026-11-02, which lies in the future of 2026-11-01."]],
	},
	"reviewer without a day": {
		"organization": {"policy": {"reviewedBy": "Board"}},
		"input": {},
		"says": [["pending", "/organization/policy/reviewedBy", "Board is named as reviewer of the AI policy, but no date is recorded."]],
	},
	"blank": {
		"organization": {},
		"input": {},
		"says": [["missing", "/organization/policy/reviewedOn", "Nobody recorded a review of the AI policy."]],
	},
	"unreadable": {
		"organization": {"policy": {"reviewedOn": "spring", "reviewedBy": "Board"}},
		"input": {},
		"says": [["missing", "/organization/policy/reviewedOn", "The date of the last review cannot be read: spring."]],
	},
}

test_says_what_it_finds if {
	every case in cases {
		said(case, expectation.params) == expectation.says_all(case.says)
	}
}

# Without one of its parameters a rule says nothing, which is an error.
test_needs_its_parameters if {
	every name in ["ai-policy-review-max-age"] {
		every case in cases {
			not said(case, object.remove(expectation.params, [name]))
		}
	}
}
