package aims.rules.policy_acknowledged_test

import data.aims.lib.expectation_test as expectation
import data.aims.rules.policy_acknowledged as rule

said(case, params) := verdict if {
	verdict := rule.verdict with input as expectation.about_organization_with(case.organization, case.input)
		with data.params as params
}

# What the organization records, what else the input holds, and all that the rule says.
cases := {
	"at both limits": {
		"organization": {"policy": {"acknowledgements": {"asked": 40, "given": 36, "countedOn": "2025-11-01"}}},
		"input": {},
		"says": [
			["observed", "/organization/policy/acknowledgements", "The AI policy was acknowledged by 36 of 40 people who were asked to; at least 90 % are required."],
			["observed", "/organization/policy/acknowledgements/countedOn", "The number of acknowledgements was counted on 2025-11-01, 365 days before 2026-11-01, within the limit of 365 days."],
		],
	},
	"one too few": {
		"organization": {"policy": {"acknowledgements": {"asked": 40, "given": 35, "countedOn": "2025-11-01"}}},
		"input": {},
		"says": [
			["violation", "/organization/policy/acknowledgements", "The AI policy was acknowledged by 35 of 40 people who were asked to; at least 90 % are required."],
			["observed", "/organization/policy/acknowledgements/countedOn", "The number of acknowledgements was counted on 2025-11-01, 365 days before 2026-11-01, within the limit of 365 days."],
		],
	},
	"everybody": {
		"organization": {"policy": {"acknowledgements": {"asked": 40, "given": 40, "countedOn": "2025-11-01"}}},
		"input": {},
		"says": [
			["observed", "/organization/policy/acknowledgements", "The AI policy was acknowledged by 40 of 40 people who were asked to; at least 90 % are required."],
			["observed", "/organization/policy/acknowledgements/countedOn", "The number of acknowledgements was counted on 2025-11-01, 365 days before 2026-11-01, within the limit of 365 days."],
		],
	},
	"too many": {
		"organization": {"policy": {"acknowledgements": {"asked": 40, "given": 41, "countedOn": "2025-11-01"}}},
		"input": {},
		"says": [
			["missing", "/organization/policy/acknowledgements", "The AI policy was acknowledged by 41 of 40 people who were asked to, which cannot be."],
			["observed", "/organization/policy/acknowledgements/countedOn", "The number of acknowledgements was counted on 2025-11-01, 365 days before 2026-11-01, within the limit of 365 days."],
		],
	},
	"nobody asked": {
		"organization": {"policy": {"acknowledgements": {"asked": 0, "given": 0, "countedOn": "2025-11-01"}}},
		"input": {},
		"says": [
			["missing", "/organization/policy/acknowledgements", "The AI policy: the number of people who were asked to is recorded as 0."],
			["observed", "/organization/policy/acknowledgements/countedOn", "The number of acknowledgements was counted on 2025-11-01, 365 days before 2026-11-01, within the limit of 365 days."],
		],
	},
	"nobody did": {
		"organization": {"policy": {"acknowledgements": {"asked": 40, "given": 0, "countedOn": "2025-11-01"}}},
		"input": {},
		"says": [
			["violation", "/organization/policy/acknowledgements", "The AI policy was acknowledged by 0 of 40 people who were asked to; at least 90 % are required."],
			["observed", "/organization/policy/acknowledgements/countedOn", "The number of acknowledgements was counted on 2025-11-01, 365 days before 2026-11-01, within the limit of 365 days."],
		],
	},
	"too old": {
		"organization": {"policy": {"acknowledgements": {"asked": 40, "given": 36, "countedOn": "2025-10-31"}}},
		"input": {},
		"says": [
			["stale", "/organization/policy/acknowledgements/countedOn", "The number of acknowledgements was last counted on 2025-10-31, 366 days before 2026-11-01; the limit is 365 days."],
			["observed", "/organization/policy/acknowledgements", "The AI policy was acknowledged by 36 of 40 people who were asked to; at least 90 % are required."],
		],
	},
	"in the future": {
		"organization": {"policy": {"acknowledgements": {"asked": 40, "given": 36, "countedOn": "2026-11-02"}}},
		"input": {},
		"says": [
			["violation", "/organization/policy/acknowledgements/countedOn", "The number of acknowledgements is recorded as counted on 2026-11-02, which lies in the future of 2026-11-01."],
			["observed", "/organization/policy/acknowledgements", "The AI policy was acknowledged by 36 of 40 people who were asked to; at least 90 % are required."],
		],
	},
	"without a day": {
		"organization": {"policy": {"acknowledgements": {"asked": 40, "given": 36}}},
		"input": {},
		"says": [
			["missing", "/organization/policy/acknowledgements/countedOn", "Nobody recorded when the number of acknowledgements was counted."],
			["observed", "/organization/policy/acknowledgements", "The AI policy was acknowledged by 36 of 40 people who were asked to; at least 90 % are required."],
		],
	},
	"without the part": {
		"organization": {"policy": {"acknowledgements": {"asked": 40, "countedOn": "2025-11-01"}}},
		"input": {},
		"says": [
			["missing", "/organization/policy/acknowledgements", "The AI policy: nobody recorded the number of people who were asked to, or how many of them count."],
			["observed", "/organization/policy/acknowledgements/countedOn", "The number of acknowledgements was counted on 2025-11-01, 365 days before 2026-11-01, within the limit of 365 days."],
		],
	},
	"without the whole": {
		"organization": {"policy": {"acknowledgements": {"given": 36, "countedOn": "2025-11-01"}}},
		"input": {},
		"says": [
			["missing", "/organization/policy/acknowledgements", "The AI policy: nobody recorded the number of people who were asked to, or how many of them count."],
			["observed", "/organization/policy/acknowledgements/countedOn", "The number of acknowledgements was counted on 2025-11-01, 365 days before 2026-11-01, within the limit of 365 days."],
		],
	},
	"blank": {
		"organization": {"policy": {"acknowledgements": {}}},
		"input": {},
		"says": [
			["missing", "/organization/policy/acknowledgements", "The AI policy: nobody recorded the number of people who were asked to, or how many of them count."],
			["missing", "/organization/policy/acknowledgements/countedOn", "Nobody recorded when the number of acknowledgements was counted."],
		],
	},
	"nothing recorded": {
		"organization": {},
		"input": {},
		"says": [
			["missing", "/organization/policy/acknowledgements", "The AI policy: nobody recorded the number of people who were asked to, or how many of them count."],
			["missing", "/organization/policy/acknowledgements/countedOn", "Nobody recorded when the number of acknowledgements was counted."],
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
	every name in ["policy-acknowledgement-share", "policy-acknowledgement-max-age"] {
		every case in cases {
			not said(case, object.remove(expectation.params, [name]))
		}
	}
}
