package aims.rules.concern_channel_tested_test

import data.aims.lib.expectation_test as expectation
import data.aims.rules.concern_channel_tested as rule

said(case, params) := verdict if {
	verdict := rule.verdict with input as expectation.about_organization_with(case.organization, case.input)
		with data.params as params
}

# What the organization records, what else the input holds, and all that the rule says.
cases := {
	"tried out at the limit": {
		"organization": {"concerns": {"testedOn": "2025-11-01"}},
		"input": {},
		"says": [["observed", "/organization/concerns/testedOn", "The channel for concerns was tried out on 2025-11-01, 365 days before 2026-11-01, within the limit of 365 days."]],
	},
	"cases gone through later": {
		"organization": {"concerns": {"testedOn": "2024-01-01", "reviewedOn": "2026-01-01"}},
		"input": {},
		"says": [["observed", "/organization/concerns/reviewedOn", "The log of concerns was gone through on 2026-01-01, 304 days before 2026-11-01, within the limit of 365 days."]],
	},
	"tried out later": {
		"organization": {"concerns": {"testedOn": "2026-02-01", "reviewedOn": "2024-01-01"}},
		"input": {},
		"says": [["observed", "/organization/concerns/testedOn", "The channel for concerns was tried out on 2026-02-01, 273 days before 2026-11-01, within the limit of 365 days."]],
	},
	"only gone through, too long ago": {
		"organization": {"concerns": {"reviewedOn": "2025-10-31"}},
		"input": {},
		"says": [["stale", "/organization/concerns/reviewedOn", "The log of concerns was last gone through on 2025-10-31, 366 days before 2026-11-01; the limit is 365 days."]],
	},
	"in the future": {
		"organization": {"concerns": {"testedOn": "2026-11-02"}},
		"input": {},
		"says": [["violation", "/organization/concerns/testedOn", "The channel for concerns is recorded as tried out on 2026-11-02, which lies in the future of 2026-11-01."]],
	},
	"blank": {
		"organization": {},
		"input": {},
		"says": [["missing", "/organization/concerns/testedOn", "Nobody recorded when the channel for concerns was tried out."]],
	},
	"neither": {
		"organization": {"concerns": {"channel": "The line"}},
		"input": {},
		"says": [["missing", "/organization/concerns/testedOn", "Nobody recorded when the channel for concerns was tried out."]],
	},
}

test_says_what_it_finds if {
	every case in cases {
		said(case, expectation.params) == expectation.says_all(case.says)
	}
}

# Without one of its parameters a rule says nothing, which is an error.
test_needs_its_parameters if {
	every name in ["concern-channel-test-max-age"] {
		every case in cases {
			not said(case, object.remove(expectation.params, [name]))
		}
	}
}
