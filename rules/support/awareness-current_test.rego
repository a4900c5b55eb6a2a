package aims.rules.awareness_current_test

import data.aims.lib.expectation_test as expectation
import data.aims.rules.awareness_current as rule

said(case, params) := verdict if {
	verdict := rule.verdict with input as expectation.about_organization_with(case.organization, case.input)
		with data.params as params
}

# What the organization records, what else the input holds, and all that the rule says.
cases := {
	"at both limits": {
		"organization": {"awareness": {"people": 40, "reached": 36, "completedOn": "2025-11-01"}},
		"input": {},
		"says": [
			["observed", "/organization/awareness", "The last campaign of awareness reached 36 of 40 people whose work touches AI; at least 90 % are required."],
			["observed", "/organization/awareness/completedOn", "The last campaign of awareness was completed on 2025-11-01, 365 days before 2026-11-01, within the limit of 365 days."],
		],
	},
	"one too few": {
		"organization": {"awareness": {"people": 40, "reached": 35, "completedOn": "2025-11-01"}},
		"input": {},
		"says": [
			["violation", "/organization/awareness", "The last campaign of awareness reached 35 of 40 people whose work touches AI; at least 90 % are required."],
			["observed", "/organization/awareness/completedOn", "The last campaign of awareness was completed on 2025-11-01, 365 days before 2026-11-01, within the limit of 365 days."],
		],
	},
	"too old": {
		"organization": {"awareness": {"people": 40, "reached": 36, "completedOn": "2025-10-31"}},
		"input": {},
		"says": [
			["stale", "/organization/awareness/completedOn", "The last campaign of awareness was completed on 2025-10-31, 366 days before 2026-11-01; the limit is 365 days."],
			["observed", "/organization/awareness", "The last campaign of awareness reached 36 of 40 people whose work touches AI; at least 90 % are required."],
		],
	},
	"in the future": {
		"organization": {"awareness": {"people": 40, "reached": 36, "completedOn": "2026-11-02"}},
		"input": {},
		"says": [
			["violation", "/organization/awareness/completedOn", "The last campaign of awareness is recorded as completed on 2026-11-02, which lies in the future of 2026-11-01."],
			["observed", "/organization/awareness", "The last campaign of awareness reached 36 of 40 people whose work touches AI; at least 90 % are required."],
		],
	},
	"without a day": {
		"organization": {"awareness": {"people": 40, "reached": 36}},
		"input": {},
		"says": [
			["missing", "/organization/awareness/completedOn", "Nobody recorded when the last campaign of awareness was completed."],
			["observed", "/organization/awareness", "The last campaign of awareness reached 36 of 40 people whose work touches AI; at least 90 % are required."],
		],
	},
	"without the part": {
		"organization": {"awareness": {"people": 40, "completedOn": "2025-11-01"}},
		"input": {},
		"says": [
			["missing", "/organization/awareness", "The last campaign of awareness: nobody recorded the number of people whose work touches AI, or how many of them count."],
			["observed", "/organization/awareness/completedOn", "The last campaign of awareness was completed on 2025-11-01, 365 days before 2026-11-01, within the limit of 365 days."],
		],
	},
	"without the whole": {
		"organization": {"awareness": {"reached": 36, "completedOn": "2025-11-01"}},
		"input": {},
		"says": [
			["missing", "/organization/awareness", "The last campaign of awareness: nobody recorded the number of people whose work touches AI, or how many of them count."],
			["observed", "/organization/awareness/completedOn", "The last campaign of awareness was completed on 2025-11-01, 365 days before 2026-11-01, within the limit of 365 days."],
		],
	},
	"blank": {
		"organization": {},
		"input": {},
		"says": [
			["missing", "/organization/awareness", "The last campaign of awareness: nobody recorded the number of people whose work touches AI, or how many of them count."],
			["missing", "/organization/awareness/completedOn", "Nobody recorded when the last campaign of awareness was completed."],
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
	every name in ["awareness-share", "awareness-max-age"] {
		every case in cases {
			not said(case, object.remove(expectation.params, [name]))
		}
	}
}
