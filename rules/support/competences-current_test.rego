package aims.rules.competences_current_test

import data.aims.lib.expectation_test as expectation
import data.aims.rules.competences_current as rule

said(case, params) := verdict if {
	verdict := rule.verdict with input as expectation.about_organization_with(case.organization, case.input)
		with data.params as params
}

# What the organization records, what else the input holds, and all that the rule says.
cases := {
	"at the limit": {
		"organization": {
			"people": [
				{
					"name": "Tomasz Wren",
					"active": "yes",
					"competences": [{"for": ["aimsManager"], "what": "Course on AI governance", "obtainedOn": "2024-11-01"}],
				},
			],
		},
		"input": {},
		"says": [
			["observed", "/organization/people/0", "The person \"Tomasz Wren\" is recorded with a competence."],
			["observed", "/organization/people/0/competences/0/obtainedOn", "The competence \"Course on AI governance\" of Tomasz Wren was proven on 2024-11-01, 730 days before 2026-11-01, within the limit of 730 days."],
		],
	},
	"too old": {
		"organization": {
			"people": [
				{
					"name": "Tomasz Wren",
					"active": "yes",
					"competences": [
						{"for": ["aimsManager"], "what": "Course on AI governance", "obtainedOn": "2024-11-01"},
						{"for": ["oversight"], "what": "Drill", "obtainedOn": "2024-10-31"},
					],
				},
			],
		},
		"input": {},
		"says": [
			["stale", "/organization/people/0/competences/1/obtainedOn", "The competence \"Drill\" of Tomasz Wren was last proven on 2024-10-31, 731 days before 2026-11-01; the limit is 730 days."],
			["observed", "/organization/people/0", "The person \"Tomasz Wren\" is recorded with a competence."],
			["observed", "/organization/people/0/competences/0/obtainedOn", "The competence \"Course on AI governance\" of Tomasz Wren was proven on 2024-11-01, 730 days before 2026-11-01, within the limit of 730 days."],
		],
	},
	"expired": {
		"organization": {
			"people": [
				{
					"name": "Tomasz Wren",
					"active": "yes",
					"competences": [{"for": ["aimsManager"], "what": "Course on AI governance", "obtainedOn": "2024-11-01", "validUntil": "2026-10-31"}],
				},
			],
		},
		"input": {},
		"says": [
			["stale", "/organization/people/0/competences/0/validUntil", "The competence \"Course on AI governance\" of Tomasz Wren was valid until 2026-10-31, which is before 2026-11-01."],
			["observed", "/organization/people/0", "The person \"Tomasz Wren\" is recorded with a competence."],
		],
	},
	"valid on the day": {
		"organization": {
			"people": [
				{
					"name": "Tomasz Wren",
					"active": "yes",
					"competences": [{"for": ["aimsManager"], "what": "Course on AI governance", "obtainedOn": "2024-11-01", "validUntil": "2026-11-01"}],
				},
			],
		},
		"input": {},
		"says": [
			["observed", "/organization/people/0", "The person \"Tomasz Wren\" is recorded with a competence."],
			["observed", "/organization/people/0/competences/0/obtainedOn", "The competence \"Course on AI governance\" of Tomasz Wren was proven on 2024-11-01, 730 days before 2026-11-01, within the limit of 730 days."],
		],
	},
	"in the future": {
		"organization": {
			"people": [
				{
					"name": "Tomasz Wren",
					"active": "yes",
					"competences": [{"for": ["aimsManager"], "what": "Course on AI governance", "obtainedOn": "2026-11-02"}],
				},
			],
		},
		"input": {},
		"says": [
			["violation", "/organization/people/0/competences/0/obtainedOn", "The competence \"Course on AI governance\" of Tomasz Wren is recorded as proven on 2026-11-02, which lies in the future of 2026-11-01."],
			["observed", "/organization/people/0", "The person \"Tomasz Wren\" is recorded with a competence."],
		],
	},
	"without a day": {
		"organization": {"people": [{"name": "Tomasz Wren", "active": "yes", "competences": [{"for": ["aimsManager"], "what": "Course on AI governance"}]}]},
		"input": {},
		"says": [
			["missing", "/organization/people/0/competences/0/obtainedOn", "Nobody recorded when the competence \"Course on AI governance\" of Tomasz Wren was proven."],
			["observed", "/organization/people/0", "The person \"Tomasz Wren\" is recorded with a competence."],
		],
	},
	"no competence": {
		"organization": {"people": [{"name": "Tomasz Wren", "active": "yes"}, {"name": "Ida Roe", "competences": []}]},
		"input": {},
		"says": [
			["pending", "/organization/people/0", "The person \"Tomasz Wren\" is recorded without a competence."],
			["pending", "/organization/people/1", "The person \"Ida Roe\" is recorded without a competence."],
		],
	},
	"not active": {
		"organization": {
			"people": [
				{
					"name": "Tomasz Wren",
					"active": "no",
					"competences": [{"for": ["aimsManager"], "what": "Course on AI governance", "obtainedOn": "2019"}],
				},
			],
		},
		"input": {},
		"says": [["missing", "/organization/people", "Nobody recorded the people who work with AI and are active."]],
	},
	"left": {
		"organization": {
			"people": [
				{
					"name": "Tomasz Wren",
					"active": "yes",
					"leftOn": "2026-10",
					"competences": [{"for": ["aimsManager"], "what": "Course on AI governance", "obtainedOn": "2019"}],
				},
				{"name": "Ida Roe", "competences": [{"for": ["testing"], "what": "Course on AI governance", "obtainedOn": "2024-11-01"}]},
			],
		},
		"input": {},
		"says": [
			["observed", "/organization/people/1", "The person \"Ida Roe\" is recorded with a competence."],
			["observed", "/organization/people/1/competences/0/obtainedOn", "The competence \"Course on AI governance\" of Ida Roe was proven on 2024-11-01, 730 days before 2026-11-01, within the limit of 730 days."],
		],
	},
	"empty": {
		"organization": {"people": []},
		"input": {},
		"says": [["missing", "/organization/people", "Nobody recorded the people who work with AI and are active."]],
	},
	"blank": {
		"organization": {},
		"input": {},
		"says": [["missing", "/organization/people", "Nobody recorded the people who work with AI and are active."]],
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
