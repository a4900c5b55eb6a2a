package aims.rules.communication_planned_test

import data.aims.lib.expectation_test as expectation
import data.aims.rules.communication_planned as rule

said(case, params) := verdict if {
	verdict := rule.verdict with input as expectation.about_organization_with(case.organization, case.input)
		with data.params as params
}

# What the organization records, what else the input holds, and all that the rule says.
cases := {
	"planned": {
		"organization": {"communications": [{"what": "Incidents", "when": "within a day", "audience": "the supervisor", "channel": "the portal"}]},
		"input": {},
		"says": [["observed", "/organization/communications/0", "The communication \"Incidents\" is recorded with an audience, a channel and a time."]],
	},
	"without when": {
		"organization": {"communications": [{"what": "Incidents", "audience": "the supervisor", "channel": "the portal"}]},
		"input": {},
		"says": [["pending", "/organization/communications/0", "The communication \"Incidents\" is recorded without a time."]],
	},
	"without audience and channel": {
		"organization": {"communications": [{"what": "Incidents", "when": "within a day"}]},
		"input": {},
		"says": [["pending", "/organization/communications/0", "The communication \"Incidents\" is recorded without an audience and a channel."]],
	},
	"empty": {
		"organization": {"communications": []},
		"input": {},
		"says": [["violation", "/organization/communications", "The list of planned communications is recorded as empty."]],
	},
	"blank": {
		"organization": {},
		"input": {},
		"says": [["missing", "/organization/communications", "Nobody recorded planned communications."]],
	},
}

test_says_what_it_finds if {
	every case in cases {
		said(case, expectation.params) == expectation.says_all(case.says)
	}
}
