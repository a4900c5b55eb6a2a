package aims.rules.processes_owned_test

import data.aims.lib.expectation_test as expectation
import data.aims.rules.processes_owned as rule

said(case, params) := verdict if {
	verdict := rule.verdict with input as expectation.about_organization_with(case.organization, case.input)
		with data.params as params
}

# What the organization records, what else the input holds, and all that the rule says.
cases := {
	"owned": {
		"organization": {"processes": [{"name": "Intake", "owner": "Tomasz Wren", "purpose": "New systems are entered."}]},
		"input": {},
		"says": [["observed", "/organization/processes/0", "The process \"Intake\" is recorded with an owner and what it is for."]],
	},
	"blank": {
		"organization": {},
		"input": {},
		"says": [["missing", "/organization/processes", "Nobody recorded the processes of the AI management system."]],
	},
	"empty": {
		"organization": {"processes": []},
		"input": {},
		"says": [["violation", "/organization/processes", "The list of the processes of the AI management system is recorded as empty."]],
	},
	"without owner": {
		"organization": {
			"processes": [{"name": "Intake", "owner": "Tomasz Wren", "purpose": "New systems are entered."}, {"name": "Audit", "purpose": "Audits are planned."}],
		},
		"input": {},
		"says": [
			["pending", "/organization/processes/1", "The process \"Audit\" is recorded without an owner."],
			["observed", "/organization/processes/0", "The process \"Intake\" is recorded with an owner and what it is for."],
		],
	},
	"without purpose": {
		"organization": {"processes": [{"name": "Audit", "owner": "Ida Roe"}]},
		"input": {},
		"says": [["pending", "/organization/processes/0", "The process \"Audit\" is recorded without what it is for."]],
	},
}

test_says_what_it_finds if {
	every case in cases {
		said(case, expectation.params) == expectation.says_all(case.says)
	}
}
