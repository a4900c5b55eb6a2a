package aims.rules.role_holders_competent_test

import data.aims.lib.expectation_test as expectation
import data.aims.rules.role_holders_competent as rule

said(case, params) := verdict if {
	verdict := rule.verdict with input as expectation.about_organization_with(case.organization, case.input)
		with data.params as params
}

# What the organization records, what else the input holds, and all that the rule says.
cases := {
	"competent": {
		"organization": {
			"roles": {"aimsManager": {"person": "Tomasz Wren"}},
			"people": [
				{
					"name": "Tomasz Wren",
					"active": "yes",
					"competences": [
						{"for": ["oversight"], "what": "Course on AI governance", "obtainedOn": "2024-11-01"},
						{"for": ["aimsManager"], "what": "Course on AI governance", "obtainedOn": "2024-11-01"},
					],
				},
			],
		},
		"input": {},
		"says": [["observed", "/organization/roles/aimsManager/person", "Tomasz Wren (AIMS manager) is recorded with a competence for this role."]],
	},
	"owner of a system": {
		"organization": {
			"people": [
				{
					"name": "Tomasz Wren",
					"active": "yes",
					"competences": [{"for": ["systemOwner"], "what": "Course on AI governance", "obtainedOn": "2024-11-01"}],
				},
			],
		},
		"input": {"systems": [{"id": "a", "name": "A", "owner": "Tomasz Wren"}]},
		"says": [["observed", "/systems/0/owner", "Tomasz Wren (system owner) is recorded with a competence for this role."]],
	},
	"others are competent": {
		"organization": {
			"roles": {"aimsManager": {"person": "Tomasz Wren"}},
			"people": [
				{"name": "Ida Roe", "competences": [{"for": ["aimsManager"], "what": "Course on AI governance", "obtainedOn": "2024-11-01"}]},
				{"name": "Tomasz Wren", "active": "yes"},
			],
		},
		"input": {},
		"says": [["pending", "/organization/people/1/competences", "Tomasz Wren (AIMS manager) is recorded without a competence for this role."]],
	},
	"others are not": {
		"organization": {
			"roles": {"aimsManager": {"person": "Tomasz Wren"}},
			"people": [
				{
					"name": "Tomasz Wren",
					"active": "yes",
					"competences": [{"for": ["aimsManager"], "what": "Course on AI governance", "obtainedOn": "2024-11-01"}],
				},
				{"name": "Ida Roe"},
			],
		},
		"input": {},
		"says": [["observed", "/organization/roles/aimsManager/person", "Tomasz Wren (AIMS manager) is recorded with a competence for this role."]],
	},
	"competent for another role": {
		"organization": {
			"roles": {"aimsManager": {"person": "Tomasz Wren"}},
			"people": [
				{
					"name": "Tomasz Wren",
					"active": "yes",
					"competences": [{"for": ["riskOwner"], "what": "Course on AI governance", "obtainedOn": "2024-11-01"}],
				},
			],
		},
		"input": {},
		"says": [["pending", "/organization/people/0/competences", "Tomasz Wren (AIMS manager) is recorded without a competence for this role."]],
	},
	"no competences": {
		"organization": {"roles": {"aimsManager": {"person": "Tomasz Wren"}}, "people": [{"name": "Tomasz Wren", "active": "yes"}]},
		"input": {},
		"says": [["pending", "/organization/people/0/competences", "Tomasz Wren (AIMS manager) is recorded without a competence for this role."]],
	},
	"not in the list": {
		"organization": {"roles": {"aimsManager": {"person": "Tomasz Wren"}}, "people": []},
		"input": {},
		"says": [["missing", "/organization/roles/aimsManager/person", "Tomasz Wren (AIMS manager) is not in the list of people."]],
	},
	"no list": {
		"organization": {"roles": {"aimsManager": {"person": "Tomasz Wren"}}},
		"input": {},
		"says": [["missing", "/organization/roles/aimsManager/person", "Tomasz Wren (AIMS manager) is not in the list of people."]],
	},
	"blank": {
		"organization": {},
		"input": {},
		"says": [["missing", "/organization/roles", "Nobody is named in a role of the organization, or as owner of a system."]],
	},
}

test_says_what_it_finds if {
	every case in cases {
		said(case, expectation.params) == expectation.says_all(case.says)
	}
}
