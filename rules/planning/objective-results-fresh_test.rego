package aims.rules.objective_results_fresh_test

import data.aims.lib.expectation_test as expectation
import data.aims.rules.objective_results_fresh as rule

said(case, params) := verdict if {
	verdict := rule.verdict with input as expectation.about_organization_with(case.organization, case.input)
		with data.params as params
}

# What the organization records, what else the input holds, and all that the rule says.
cases := {
	"at the limit": {
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
		"says": [
			["observed", "/organization/objectives/0", "The objective \"Fewer wrong refusals\" is recorded with a result."],
			["observed", "/organization/objectives/0/result/measuredOn", "The objective \"Fewer wrong refusals\" was measured on 2026-05-05, 180 days before 2026-11-01, within the limit of 180 days."],
		],
	},
	"too old": {
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
					"name": "Faster answers",
					"metric": "share of refusals that were overturned",
					"target": "below 2 %",
					"owner": "Ines Aguirre",
					"due": "2027-06",
					"result": {"value": "2.4 %", "measuredOn": "2026-05-04"},
				},
			],
		},
		"input": {},
		"says": [
			["stale", "/organization/objectives/1/result/measuredOn", "The objective \"Faster answers\" was last measured on 2026-05-04, 181 days before 2026-11-01; the limit is 180 days."],
			["observed", "/organization/objectives/0", "The objective \"Fewer wrong refusals\" is recorded with a result."],
			["observed", "/organization/objectives/0/result/measuredOn", "The objective \"Fewer wrong refusals\" was measured on 2026-05-05, 180 days before 2026-11-01, within the limit of 180 days."],
			["observed", "/organization/objectives/1", "The objective \"Faster answers\" is recorded with a result."],
		],
	},
	"in the future": {
		"organization": {
			"objectives": [
				{
					"name": "Fewer wrong refusals",
					"metric": "share of refusals that were overturned",
					"target": "below 2 %",
					"owner": "Ines Aguirre",
					"due": "2027-06",
					"result": {"value": "2.4 %", "measuredOn": "2026-11-02"},
				},
			],
		},
		"input": {},
		"says": [
			["violation", "/organization/objectives/0/result/measuredOn", "The objective \"Fewer wrong refusals\" is recorded as measured on 2026-11-02, which lies in the future of 2026-11-01."],
			["observed", "/organization/objectives/0", "The objective \"Fewer wrong refusals\" is recorded with a result."],
		],
	},
	"value without a day": {
		"organization": {
			"objectives": [
				{
					"name": "Fewer wrong refusals",
					"metric": "share of refusals that were overturned",
					"target": "below 2 %",
					"owner": "Ines Aguirre",
					"due": "2027-06",
					"result": {"value": "2 %"},
				},
			],
		},
		"input": {},
		"says": [
			["missing", "/organization/objectives/0/result/measuredOn", "Nobody recorded when the objective \"Fewer wrong refusals\" was measured."],
			["observed", "/organization/objectives/0", "The objective \"Fewer wrong refusals\" is recorded with a result."],
		],
	},
	"day without a value": {
		"organization": {
			"objectives": [
				{
					"name": "Fewer wrong refusals",
					"metric": "share of refusals that were overturned",
					"target": "below 2 %",
					"owner": "Ines Aguirre",
					"due": "2027-06",
					"result": {"measuredOn": "2026-05-05"},
				},
			],
		},
		"input": {},
		"says": [
			["pending", "/organization/objectives/0", "The objective \"Fewer wrong refusals\" is recorded without a result."],
			["observed", "/organization/objectives/0/result/measuredOn", "The objective \"Fewer wrong refusals\" was measured on 2026-05-05, 180 days before 2026-11-01, within the limit of 180 days."],
		],
	},
	"no result": {
		"organization": {
			"objectives": [
				{
					"name": "Fewer wrong refusals",
					"metric": "share of refusals that were overturned",
					"target": "below 2 %",
					"owner": "Ines Aguirre",
					"due": "2027-06",
				},
			],
		},
		"input": {},
		"says": [
			["missing", "/organization/objectives/0/result/measuredOn", "Nobody recorded when the objective \"Fewer wrong refusals\" was measured."],
			["pending", "/organization/objectives/0", "The objective \"Fewer wrong refusals\" is recorded without a result."],
		],
	},
	"unreadable": {
		"organization": {
			"objectives": [
				{
					"name": "Fewer wrong refusals",
					"metric": "share of refusals that were overturned",
					"target": "below 2 %",
					"owner": "Ines Aguirre",
					"due": "2027-06",
					"result": {"value": "2.4 %", "measuredOn": "soon"},
				},
			],
		},
		"input": {},
		"says": [
			["missing", "/organization/objectives/0/result/measuredOn", "The day on which the objective \"Fewer wrong refusals\" was measured cannot be read: soon."],
			["observed", "/organization/objectives/0", "The objective \"Fewer wrong refusals\" is recorded with a result."],
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

# Without one of its parameters a rule says nothing, which is an error.
test_needs_its_parameters if {
	every name in ["objective-result-max-age"] {
		every case in cases {
			not said(case, object.remove(expectation.params, [name]))
		}
	}
}
