package aims.rules.context_reviewed_test

import data.aims.lib.expectation_test as expectation
import data.aims.rules.context_reviewed as rule

said(case, params) := verdict if {
	verdict := rule.verdict with input as expectation.about_organization_with(case.organization, case.input)
		with data.params as params
}

# What the organization records, what else the input holds, and all that the rule says.
cases := {
	"reviewed at the limit": {
		"organization": {
			"context": {
				"internalIssues": ["few people know the models"],
				"externalIssues": ["new laws"],
				"reviewedOn": "2025-11-01",
				"reviewedBy": "Tomasz Wren",
			},
		},
		"input": {},
		"says": [
			["observed", "/organization/context", "The analysis of the context is recorded with external issues and internal issues."],
			["observed", "/organization/context/reviewedOn", "The analysis of the context was reviewed on 2025-11-01, 365 days before 2026-11-01, within the limit of 365 days."],
		],
	},
	"older than the limit": {
		"organization": {
			"context": {
				"internalIssues": ["few people know the models"],
				"externalIssues": ["new laws"],
				"reviewedOn": "2025-10-31",
				"reviewedBy": "Tomasz Wren",
			},
		},
		"input": {},
		"says": [
			["stale", "/organization/context/reviewedOn", "The analysis of the context was last reviewed on 2025-10-31, 366 days before 2026-11-01; the limit is 365 days."],
			["observed", "/organization/context", "The analysis of the context is recorded with external issues and internal issues."],
		],
	},
	"blank": {
		"organization": {},
		"input": {},
		"says": [
			["missing", "/organization/context", "The analysis of the context: nobody recorded external issues and internal issues."],
			["missing", "/organization/context/reviewedOn", "Nobody recorded a review of the analysis of the context."],
		],
	},
	"one kind of issues only": {
		"organization": {"context": {"internalIssues": ["few people know the models"], "reviewedOn": "2025-11-01", "reviewedBy": "Tomasz Wren"}},
		"input": {},
		"says": [
			["pending", "/organization/context", "The analysis of the context is recorded without external issues."],
			["observed", "/organization/context/reviewedOn", "The analysis of the context was reviewed on 2025-11-01, 365 days before 2026-11-01, within the limit of 365 days."],
		],
	},
	"no issues": {
		"organization": {"context": {"internalIssues": [], "externalIssues": [], "reviewedOn": "2025-11-01", "reviewedBy": "Tomasz Wren"}},
		"input": {},
		"says": [
			["missing", "/organization/context", "The analysis of the context: nobody recorded external issues and internal issues."],
			["observed", "/organization/context/reviewedOn", "The analysis of the context was reviewed on 2025-11-01, 365 days before 2026-11-01, within the limit of 365 days."],
		],
	},
	"reviewer without a day": {
		"organization": {"context": {"internalIssues": ["few people know the models"], "externalIssues": ["new laws"], "reviewedBy": "Tomasz Wren"}},
		"input": {},
		"says": [
			["pending", "/organization/context/reviewedBy", "Tomasz Wren is named as reviewer of the analysis of the context, but no date is recorded."],
			["observed", "/organization/context", "The analysis of the context is recorded with external issues and internal issues."],
		],
	},
	"in the future": {
		"organization": {
			"context": {
				"internalIssues": ["few people know the models"],
				"externalIssues": ["new laws"],
				"reviewedOn": "2026-11-02",
				"reviewedBy": "Tomasz Wren",
			},
		},
		"input": {},
		"says": [
			["violation", "/organization/context/reviewedOn", "The analysis of the context is recorded as reviewed on 2026-11-02, which lies in the future of 2026-11-01."],
			["observed", "/organization/context", "The analysis of the context is recorded with external issues and internal issues."],
		],
	},
}

test_says_what_it_finds if {
	every case in cases {
		said(case, expectation.params) == expectation.says_all(case.says)
	}
}

# Without one of its parameters a rule says nothing, which is an error.
test_needs_its_parameters if {
	every name in ["context-review-max-age"] {
		every case in cases {
			not said(case, object.remove(expectation.params, [name]))
		}
	}
}
