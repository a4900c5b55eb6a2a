package aims.rules.resources_decided_test

import data.aims.lib.expectation_test as expectation
import data.aims.rules.resources_decided as rule

said(case, params) := verdict if {
	verdict := rule.verdict with input as expectation.about_organization_with(case.organization, case.input)
		with data.params as params
}

# What the organization records, what else the input holds, and all that the rule says.
cases := {
	"at the limit": {
		"organization": {"resources": {"decision": "Two posts and a tool", "decidedBy": "Board", "decidedOn": "2025-11-01"}},
		"input": {},
		"says": [
			["observed", "/organization/resources", "The provision of resources is recorded with who decided, the day of the decision and a decision."],
			["observed", "/organization/resources/decidedOn", "The decision about resources was made on 2025-11-01, 365 days before 2026-11-01, within the limit of 365 days."],
		],
	},
	"too old": {
		"organization": {"resources": {"decision": "Two posts and a tool", "decidedBy": "Board", "decidedOn": "2025-10-31"}},
		"input": {},
		"says": [
			["stale", "/organization/resources/decidedOn", "The decision about resources was last made on 2025-10-31, 366 days before 2026-11-01; the limit is 365 days."],
			["observed", "/organization/resources", "The provision of resources is recorded with who decided, the day of the decision and a decision."],
		],
	},
	"in the future": {
		"organization": {"resources": {"decision": "Two posts and a tool", "decidedBy": "Board", "decidedOn": "2026-11-02"}},
		"input": {},
		"says": [
			["violation", "/organization/resources/decidedOn", "The decision about resources is recorded as made on 2026-11-02, which lies in the future of 2026-11-01."],
			["observed", "/organization/resources", "The provision of resources is recorded with who decided, the day of the decision and a decision."],
		],
	},
	"without a decision": {
		"organization": {"resources": {"decidedBy": "Board", "decidedOn": "2025-11-01"}},
		"input": {},
		"says": [
			["pending", "/organization/resources", "The provision of resources is recorded without a decision."],
			["observed", "/organization/resources/decidedOn", "The decision about resources was made on 2025-11-01, 365 days before 2026-11-01, within the limit of 365 days."],
		],
	},
	"without who and when": {
		"organization": {"resources": {"decision": "Two posts and a tool"}},
		"input": {},
		"says": [
			["missing", "/organization/resources/decidedOn", "Nobody recorded when the decision about resources was made."],
			["pending", "/organization/resources", "The provision of resources is recorded without who decided and the day of the decision."],
		],
	},
	"unreadable": {
		"organization": {"resources": {"decision": "Two posts and a tool", "decidedBy": "Board", "decidedOn": "soon"}},
		"input": {},
		"says": [
			["missing", "/organization/resources/decidedOn", "The day on which the decision about resources was made cannot be read: soon."],
			["observed", "/organization/resources", "The provision of resources is recorded with who decided, the day of the decision and a decision."],
		],
	},
	"blank": {
		"organization": {},
		"input": {},
		"says": [
			["missing", "/organization/resources", "The provision of resources: nobody recorded who decided, the day of the decision and a decision."],
			["missing", "/organization/resources/decidedOn", "Nobody recorded when the decision about resources was made."],
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
	every name in ["resource-decision-max-age"] {
		every case in cases {
			not said(case, object.remove(expectation.params, [name]))
		}
	}
}
