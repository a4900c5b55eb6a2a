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
							"for": ["design", "development", "data", "verification", "deployment"],
							"what": "Course on AI governance",
							"obtainedOn": "2024-11-01",
						},
					],
				},
				{
					"name": "Ida Roe",
					"active": "yes",
					"competences": [
						{
							"for": ["operation", "oversight", "retirement"],
							"what": "Course on AI governance",
							"obtainedOn": "2024-11-01",
							"validUntil": "2026-11-01",
						},
					],
				},
			],
		},
		"input": {},
		"says": [["observed", "/organization/people", "Current competence of active people covers all that it has to: preparation of data, deployment, design, development, operation and monitoring, human oversight, retirement and verification and validation."]],
	},
	"some too old": {
		"organization": {
			"people": [
				{
					"name": "Tomasz Wren",
					"active": "yes",
					"competences": [
						{
							"for": ["data", "verification", "deployment", "operation", "oversight", "retirement"],
							"what": "Course on AI governance",
							"obtainedOn": "2024-11-01",
						},
						{"for": ["design", "development"], "what": "Course on AI governance", "obtainedOn": "2024-10-31"},
					],
				},
			],
		},
		"input": {},
		"says": [["pending", "/organization/people", "Current competence of active people does not cover design and development."]],
	},
	"some expired": {
		"organization": {
			"people": [
				{
					"name": "Tomasz Wren",
					"active": "yes",
					"competences": [
						{
							"for": ["data", "verification", "deployment", "operation", "oversight", "retirement"],
							"what": "Course on AI governance",
							"obtainedOn": "2024-11-01",
						},
						{"for": ["design", "development"], "what": "Course on AI governance", "obtainedOn": "2024-11-01", "validUntil": "2026-10-31"},
					],
				},
			],
		},
		"input": {},
		"says": [["pending", "/organization/people", "Current competence of active people does not cover design and development."]],
	},
	"without a day": {
		"organization": {
			"people": [
				{
					"name": "Tomasz Wren",
					"active": "yes",
					"competences": [
						{
							"for": ["design", "development", "data", "verification", "deployment", "operation", "oversight", "retirement"],
							"what": "Course on AI governance",
						},
					],
				},
			],
		},
		"input": {},
		"says": [["pending", "/organization/people", "Current competence of active people does not cover preparation of data, deployment, design, development, operation and monitoring, human oversight, retirement and verification and validation."]],
	},
	"not active": {
		"organization": {
			"people": [
				{
					"name": "Tomasz Wren",
					"active": "no",
					"competences": [
						{
							"for": ["design", "development", "data", "verification", "deployment", "operation", "oversight", "retirement"],
							"what": "Course on AI governance",
							"obtainedOn": "2024-11-01",
						},
					],
				},
			],
		},
		"input": {},
		"says": [["pending", "/organization/people", "Current competence of active people does not cover preparation of data, deployment, design, development, operation and monitoring, human oversight, retirement and verification and validation."]],
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
							"for": ["design", "development", "data", "verification", "deployment", "operation", "oversight", "retirement"],
							"what": "Course on AI governance",
							"obtainedOn": "2024-11-01",
						},
					],
				},
			],
		},
		"input": {},
		"says": [["pending", "/organization/people", "Current competence of active people does not cover preparation of data, deployment, design, development, operation and monitoring, human oversight, retirement and verification and validation."]],
	},
	"activity unknown whether active": {
		"organization": {
			"people": [
				{
					"name": "Tomasz Wren",
					"competences": [
						{
							"for": ["design", "development", "data", "verification", "deployment", "operation", "oversight", "retirement"],
							"what": "Course on AI governance",
							"obtainedOn": "2024-11-01",
						},
					],
				},
			],
		},
		"input": {},
		"says": [["pending", "/organization/people", "Current competence of active people does not cover preparation of data, deployment, design, development, operation and monitoring, human oversight, retirement and verification and validation."]],
	},
	"empty": {
		"organization": {"people": []},
		"input": {},
		"says": [["pending", "/organization/people", "Current competence of active people does not cover preparation of data, deployment, design, development, operation and monitoring, human oversight, retirement and verification and validation."]],
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
