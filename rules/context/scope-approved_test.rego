package aims.rules.scope_approved_test

import data.aims.lib.expectation_test as expectation
import data.aims.rules.scope_approved as rule

said(case, params) := verdict if {
	verdict := rule.verdict with input as expectation.about_organization_with(case.organization, case.input)
		with data.params as params
}

# What the organization records, what else the input holds, and all that the rule says.
cases := {
	"approved": {
		"organization": {"scope": {"statement": "All AI systems.", "version": "2", "approvedBy": "Board", "decidedOn": "2025-03-18"}},
		"input": {},
		"says": [["observed", "/organization/scope", "The scope of the AI management system is recorded with who approved it, the day of the approval, a statement and a version."]],
	},
	"approved on the day": {
		"organization": {"scope": {"statement": "All AI systems.", "version": "2", "approvedBy": "Board", "decidedOn": "2026-11-01"}},
		"input": {},
		"says": [["observed", "/organization/scope", "The scope of the AI management system is recorded with who approved it, the day of the approval, a statement and a version."]],
	},
	"blank": {
		"organization": {},
		"input": {},
		"says": [["missing", "/organization/scope", "The scope of the AI management system: nobody recorded who approved it, the day of the approval, a statement and a version."]],
	},
	"in the future": {
		"organization": {"scope": {"statement": "All AI systems.", "version": "2", "approvedBy": "Board", "decidedOn": "2026-11-02"}},
		"input": {},
		"says": [
			["violation", "/organization/scope/decidedOn", "The scope of the AI management system is recorded as approved on 2026-11-02, which lies in the future of 2026-11-01."],
			["observed", "/organization/scope", "The scope of the AI management system is recorded with who approved it, the day of the approval, a statement and a version."],
		],
	},
	"without version and approver": {
		"organization": {"scope": {"statement": "All AI systems.", "decidedOn": "2025-03-18"}},
		"input": {},
		"says": [["pending", "/organization/scope", "The scope of the AI management system is recorded without who approved it and a version."]],
	},
	"without statement and day": {
		"organization": {"scope": {"version": "2", "approvedBy": "Board"}},
		"input": {},
		"says": [["pending", "/organization/scope", "The scope of the AI management system is recorded without the day of the approval and a statement."]],
	},
	"unreadable day": {
		"organization": {"scope": {"statement": "All AI systems.", "version": "2", "approvedBy": "Board", "decidedOn": "2025-13"}},
		"input": {},
		"says": [
			["missing", "/organization/scope/decidedOn", "The day on which the scope of the AI management system was approved cannot be read: 2025-13."],
			["observed", "/organization/scope", "The scope of the AI management system is recorded with who approved it, the day of the approval, a statement and a version."],
		],
	},
}

test_says_what_it_finds if {
	every case in cases {
		said(case, expectation.params) == expectation.says_all(case.says)
	}
}
