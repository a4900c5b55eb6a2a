package aims.rules.objectives_measurable_test

import data.aims.lib.expectation_test as expectation
import data.aims.rules.objectives_measurable as rule

said(case, params) := verdict if {
	verdict := rule.verdict with input as expectation.about_organization_with(case.organization, case.input)
		with data.params as params
}

# What the organization records, what else the input holds, and all that the rule says.
cases := {
	"measurable": {
		"organization": {
			"objectives": [
				{
					"name": "Fewer wrong refusals",
					"metric": "share of refusals that were overturned",
					"target": "below 2 %",
					"owner": "Ines Aguirre",
					"due": "2027-06",
					"result": {"value": "2.4 %", "measuredOn": "2026-05-05"},
				},
			],
		},
		"input": {},
		"says": [["observed", "/organization/objectives/0", "The objective \"Fewer wrong refusals\" is recorded with a day by which it is due, a metric, an owner and a target."]],
	},
	"without metric and target": {
		"organization": {
			"objectives": [{"name": "Fewer wrong refusals", "owner": "Ines Aguirre", "due": "2027-06", "result": {"value": "2.4 %", "measuredOn": "2026-05-05"}}],
		},
		"input": {},
		"says": [["pending", "/organization/objectives/0", "The objective \"Fewer wrong refusals\" is recorded without a metric and a target."]],
	},
	"without owner and day": {
		"organization": {
			"objectives": [
				{
					"name": "Fewer wrong refusals",
					"metric": "share of refusals that were overturned",
					"target": "below 2 %",
					"owner": "Ines Aguirre",
					"due": "2027-06",
					"result": {"value": "2.4 %", "measuredOn": "2026-05-05"},
				},
				{
					"name": "Fewer wrong refusals",
					"metric": "share of refusals that were overturned",
					"target": "below 2 %",
					"result": {"value": "2.4 %", "measuredOn": "2026-05-05"},
				},
			],
		},
		"input": {},
		"says": [
			["pending", "/organization/objectives/1", "The objective \"Fewer wrong refusals\" is recorded without a day by which it is due and an owner."],
			["observed", "/organization/objectives/0", "The objective \"Fewer wrong refusals\" is recorded with a day by which it is due, a metric, an owner and a target."],
		],
	},
	"empty": {
		"organization": {"objectives": []},
		"input": {},
		"says": [["violation", "/organization/objectives", "The list of the AI objectives is recorded as empty."]],
	},
	"blank": {
		"organization": {},
		"input": {},
		"says": [["missing", "/organization/objectives", "Nobody recorded the AI objectives."]],
	},
}

test_says_what_it_finds if {
	every case in cases {
		said(case, expectation.params) == expectation.says_all(case.says)
	}
}
