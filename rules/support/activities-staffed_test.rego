package aims.rules.activities_staffed_test

import data.aims.lib.expectation_test as expectation
import data.aims.rules.activities_staffed as rule

said(case, params) := verdict if {
	verdict := rule.verdict with input as expectation.about_organization_with(case.organization, case.input)
		with data.params as params
}

# What the organization records, what else the input holds, and all that the rule says.
cases := {
	"all staffed, at the limit": {
		"organization": {
			"people": [
				{
					"name": "Tomasz Wren",
					"active": "yes",
					"competences": [
						{
							"for": ["change", "decommissioning", "development", "operation", "oversight"],
							"what": "Course on AI governance",
							"obtainedOn": "2024-11-01",
						},
					],
				},
				{
					"name": "Ida Roe",
					"active": "yes",
					"competences": [{"for": ["testing"], "what": "Course on AI governance", "obtainedOn": "2024-11-01", "validUntil": "2026-11-01"}],
				},
			],
		},
		"input": {},
		"says": [["observed", "/organization/people", "Current competence of active people covers all that it has to: change, decommissioning, development or acquisition, operation, oversight and testing."]],
	},
	"some too old": {
		"organization": {
			"people": [
				{
					"name": "Tomasz Wren",
					"active": "yes",
					"competences": [
						{"for": ["development", "operation", "oversight", "testing"], "what": "Course on AI governance", "obtainedOn": "2024-11-01"},
						{"for": ["change", "decommissioning"], "what": "Course on AI governance", "obtainedOn": "2024-10-31"},
					],
				},
			],
		},
		"input": {},
		"says": [["pending", "/organization/people", "Current competence of active people does not cover change and decommissioning."]],
	},
	"some expired": {
		"organization": {
			"people": [
				{
					"name": "Tomasz Wren",
					"active": "yes",
					"competences": [
						{"for": ["development", "operation", "oversight", "testing"], "what": "Course on AI governance", "obtainedOn": "2024-11-01"},
						{
							"for": ["change", "decommissioning"],
							"what": "Course on AI governance",
							"obtainedOn": "2024-11-01",
							"validUntil": "2026-10-31",
						},
					],
				},
			],
		},
		"input": {},
		"says": [["pending", "/organization/people", "Current competence of active people does not cover change and decommissioning."]],
	},
	"without a day": {
		"organization": {
			"people": [
				{
					"name": "Tomasz Wren",
					"active": "yes",
					"competences": [{"for": ["change", "decommissioning", "development", "operation", "oversight", "testing"], "what": "Course on AI governance"}],
				},
			],
		},
		"input": {},
		"says": [["pending", "/organization/people", "Current competence of active people does not cover change, decommissioning, development or acquisition, operation, oversight and testing."]],
	},
	"not active": {
		"organization": {
			"people": [
				{
					"name": "Tomasz Wren",
					"active": "no",
					"competences": [
						{
							"for": ["change", "decommissioning", "development", "operation", "oversight", "testing"],
							"what": "Course on AI governance",
							"obtainedOn": "2024-11-01",
						},
					],
				},
			],
		},
		"input": {},
		"says": [["pending", "/organization/people", "Current competence of active people does not cover change, decommissioning, development or acquisition, operation, oversight and testing."]],
	},
	"left": {
		"organization": {
			"people": [
				{
					"name": "Tomasz Wren",
					"active": "yes",
					"leftOn": "2026-10",
					"competences": [
						{
							"for": ["change", "decommissioning", "development", "operation", "oversight", "testing"],
							"what": "Course on AI governance",
							"obtainedOn": "2024-11-01",
						},
					],
				},
			],
		},
		"input": {},
		"says": [["pending", "/organization/people", "Current competence of active people does not cover change, decommissioning, development or acquisition, operation, oversight and testing."]],
	},
	"activity unknown whether active": {
		"organization": {
			"people": [
				{
					"name": "Tomasz Wren",
					"competences": [
						{
							"for": ["change", "decommissioning", "development", "operation", "oversight", "testing"],
							"what": "Course on AI governance",
							"obtainedOn": "2024-11-01",
						},
					],
				},
			],
		},
		"input": {},
		"says": [["pending", "/organization/people", "Current competence of active people does not cover change, decommissioning, development or acquisition, operation, oversight and testing."]],
	},
	"empty": {
		"organization": {"people": []},
		"input": {},
		"says": [["pending", "/organization/people", "Current competence of active people does not cover change, decommissioning, development or acquisition, operation, oversight and testing."]],
	},
	"blank": {
		"organization": {},
		"input": {},
		"says": [["missing", "/organization/people", "Current competence of active people: nobody recorded what it covers."]],
	},
}

test_says_what_it_finds if {
	every case in cases {
		said(case, expectation.params) == expectation.says_all(case.says)
	}
}

# Without one of its parameters a rule says nothing, which is an error.
test_needs_its_parameters if {
	every name in ["competence-max-age"] {
		every case in cases {
			not said(case, object.remove(expectation.params, [name]))
		}
	}
}
