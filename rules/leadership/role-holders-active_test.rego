package aims.rules.role_holders_active_test

import data.aims.lib.expectation_test as expectation
import data.aims.rules.role_holders_active as rule

said(case, params) := verdict if {
	verdict := rule.verdict with input as expectation.about_organization_with(case.organization, case.input)
		with data.params as params
}

# What the organization records, what else the input holds, and all that the rule says.
cases := {
	"active": {
		"organization": {"roles": {"aimsManager": {"person": "Tomasz Wren"}}, "people": [{"name": "Tomasz Wren", "active": "yes"}]},
		"input": {},
		"says": [["observed", "/organization/roles/aimsManager/person", "Tomasz Wren (AIMS manager) is active."]],
	},
	"active owners of systems": {
		"organization": {"people": [{"name": "Tomasz Wren", "active": "yes"}, {"name": "Ines Aguirre", "active": "yes"}]},
		"input": {
			"systems": [
				{"id": "a", "name": "A"},
				{"id": "b", "name": "B", "owner": "Ines Aguirre"},
				{"id": "c", "name": "C", "owner": "Ines Aguirre"},
				{"id": "d", "name": "D", "owner": "Tomasz Wren"},
			],
		},
		"says": [
			["observed", "/systems/1/owner", "Ines Aguirre (system owner) is active."],
			["observed", "/systems/3/owner", "Tomasz Wren (system owner) is active."],
		],
	},
	"not active": {
		"organization": {"roles": {"aimsManager": {"person": "Tomasz Wren"}}, "people": [{"name": "Tomasz Wren", "active": "no"}]},
		"input": {},
		"says": [["violation", "/organization/roles/aimsManager/person", "Tomasz Wren (AIMS manager) is no longer active."]],
	},
	"left the day before": {
		"organization": {"roles": {"aimsManager": {"person": "Tomasz Wren"}}, "people": [{"name": "Tomasz Wren", "active": "yes", "leftOn": "2026-10-31"}]},
		"input": {},
		"says": [["violation", "/organization/roles/aimsManager/person", "Tomasz Wren (AIMS manager) is no longer active."]],
	},
	"leaves on the day": {
		"organization": {"roles": {"aimsManager": {"person": "Tomasz Wren"}}, "people": [{"name": "Tomasz Wren", "active": "yes", "leftOn": "2026-11-01"}]},
		"input": {},
		"says": [["observed", "/organization/roles/aimsManager/person", "Tomasz Wren (AIMS manager) is active."]],
	},
	"not in the list": {
		"organization": {"roles": {"aimsManager": {"person": "Tomasz Wren"}}, "people": [{"name": "Ida Roe", "active": "yes"}]},
		"input": {},
		"says": [["missing", "/organization/roles/aimsManager/person", "Tomasz Wren (AIMS manager) is not in the list of people."]],
	},
	"no list": {
		"organization": {"roles": {"aimsManager": {"person": "Tomasz Wren"}}},
		"input": {},
		"says": [["missing", "/organization/roles/aimsManager/person", "Tomasz Wren (AIMS manager) is not in the list of people."]],
	},
	"others left": {
		"organization": {
			"roles": {"aimsManager": {"person": "Tomasz Wren"}},
			"people": [{"name": "Ida Roe", "active": "no"}, {"name": "Tomasz Wren", "active": "yes"}, {"name": "Bo Lind"}],
		},
		"input": {},
		"says": [["observed", "/organization/roles/aimsManager/person", "Tomasz Wren (AIMS manager) is active."]],
	},
	"others are active": {
		"organization": {
			"roles": {"aimsManager": {"person": "Tomasz Wren"}},
			"people": [{"name": "Ida Roe", "active": "yes"}, {"name": "Tomasz Wren", "active": "no"}],
		},
		"input": {},
		"says": [["violation", "/organization/roles/aimsManager/person", "Tomasz Wren (AIMS manager) is no longer active."]],
	},
	"blank": {
		"organization": {},
		"input": {},
		"says": [["missing", "/organization/roles", "Nobody is named in a role of the organization, or as owner of a system."]],
	},
	"role without a person": {
		"organization": {"roles": {"aimsManager": {"unit": "Risk"}}},
		"input": {},
		"says": [["missing", "/organization/roles", "Nobody is named in a role of the organization, or as owner of a system."]],
	},
	"unknown": {
		"organization": {"roles": {"aimsManager": {"person": "Tomasz Wren"}}, "people": [{"name": "Tomasz Wren", "active": "unknown"}]},
		"input": {},
		"says": [["missing", "/organization/people/0/active", "Nobody recorded whether Tomasz Wren (AIMS manager) is active."]],
	},
	"active blank": {
		"organization": {"roles": {"aimsManager": {"person": "Tomasz Wren"}}, "people": [{"name": "Tomasz Wren"}]},
		"input": {},
		"says": [["missing", "/organization/people/0/active", "Nobody recorded whether Tomasz Wren (AIMS manager) is active."]],
	},
}

test_says_what_it_finds if {
	every case in cases {
		said(case, expectation.params) == expectation.says_all(case.says)
	}
}
