package aims.rules.changes_planned_test

import data.aims.lib.expectation_test as expectation
import data.aims.rules.changes_planned as rule

said(case, params) := verdict if {
	verdict := rule.verdict with input as expectation.about_organization_with(case.organization, case.input)
		with data.params as params
}

# What the organization records, what else the input holds, and all that the rule says.
cases := {
	"planned": {
		"organization": {
			"changes": [
				{
					"what": "One register for all units",
					"on": "2026-04",
					"why": "Two were kept.",
					"approvedBy": "Board",
					"effect": "Units enter systems themselves.",
				},
			],
		},
		"input": {},
		"says": [["observed", "/organization/changes/0", "The change \"One register for all units\" is recorded with who approved it, what it leads to, a date and a reason."]],
	},
	"none": {
		"organization": {"changes": []},
		"input": {},
		"says": [["observed", "/organization/changes", "The list of the changes of the AI management system is recorded as empty: there are none."]],
	},
	"without reason and approval": {
		"organization": {"changes": [{"what": "One register for all units", "on": "2026-04", "effect": "Units enter systems themselves."}]},
		"input": {},
		"says": [["pending", "/organization/changes/0", "The change \"One register for all units\" is recorded without who approved it and a reason."]],
	},
	"without day and effect": {
		"organization": {"changes": [{"what": "One register for all units", "why": "Two were kept.", "approvedBy": "Board"}]},
		"input": {},
		"says": [["pending", "/organization/changes/0", "The change \"One register for all units\" is recorded without what it leads to and a date."]],
	},
	"blank": {
		"organization": {},
		"input": {},
		"says": [["missing", "/organization/changes", "Nobody recorded the changes of the AI management system."]],
	},
}

test_says_what_it_finds if {
	every case in cases {
		said(case, expectation.params) == expectation.says_all(case.says)
	}
}
