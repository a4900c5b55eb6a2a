package aims.rules.organization_risks_accepted_test

import data.aims.lib.expectation_test as expectation
import data.aims.rules.organization_risks_accepted as rule

said(case, params) := verdict if {
	verdict := rule.verdict with input as expectation.about_organization_with(case.organization, case.input)
		with data.params as params
}

# What the organization records, what else the input holds, and all that the rule says.
cases := {
	"accepted at the threshold": {
		"organization": {
			"risks": [
				{
					"id": "r1",
					"title": "Wrong refusals",
					"system": "credit-scoring",
					"harm": "People get no loan.",
					"owner": "Adaeze Lindqvist",
					"level": "medium",
					"residual": {"level": "low", "acceptedBy": "Risk Committee", "acceptedOn": "2026-06-01"},
				},
			],
		},
		"input": {},
		"says": [["observed", "/organization/risks/0", "The risk \"Wrong refusals\" is recorded with who accepted what remains, the day of the acceptance and the level that remains."]],
	},
	"accepted above the threshold, on the day": {
		"organization": {
			"risks": [
				{
					"id": "r1",
					"title": "Wrong refusals",
					"system": "credit-scoring",
					"harm": "People get no loan.",
					"owner": "Adaeze Lindqvist",
					"level": "high",
					"residual": {"level": "low", "acceptedBy": "Risk Committee", "acceptedOn": "2026-11-01"},
				},
			],
		},
		"input": {},
		"says": [["observed", "/organization/risks/0", "The risk \"Wrong refusals\" is recorded with who accepted what remains, the day of the acceptance and the level that remains."]],
	},
	"below the threshold": {
		"organization": {
			"risks": [
				{
					"id": "r1",
					"title": "Wrong refusals",
					"system": "credit-scoring",
					"harm": "People get no loan.",
					"owner": "Adaeze Lindqvist",
					"level": "low",
				},
			],
		},
		"input": {},
		"says": [["observed", "/organization/risks", "No risk has the level medium or a higher one, from which acceptance is required."]],
	},
	"nothing accepted": {
		"organization": {
			"risks": [
				{
					"id": "r1",
					"title": "Wrong refusals",
					"system": "credit-scoring",
					"harm": "People get no loan.",
					"owner": "Adaeze Lindqvist",
					"level": "medium",
				},
			],
		},
		"input": {},
		"says": [["pending", "/organization/risks/0", "The risk \"Wrong refusals\" is recorded without who accepted what remains, the day of the acceptance and the level that remains."]],
	},
	"level that remains unknown": {
		"organization": {
			"risks": [
				{
					"id": "r1",
					"title": "Wrong refusals",
					"system": "credit-scoring",
					"harm": "People get no loan.",
					"owner": "Adaeze Lindqvist",
					"level": "medium",
					"residual": {"level": "unknown", "acceptedBy": "Risk Committee", "acceptedOn": "2026-06-01"},
				},
			],
		},
		"input": {},
		"says": [["pending", "/organization/risks/0", "The risk \"Wrong refusals\" is recorded without the level that remains."]],
	},
	"not signed": {
		"organization": {
			"risks": [
				{
					"id": "r1",
					"title": "Wrong refusals",
					"system": "credit-scoring",
					"harm": "People get no loan.",
					"owner": "Adaeze Lindqvist",
					"level": "medium",
					"residual": {"level": "low"},
				},
			],
		},
		"input": {},
		"says": [["pending", "/organization/risks/0", "The risk \"Wrong refusals\" is recorded without who accepted what remains and the day of the acceptance."]],
	},
	"in the future": {
		"organization": {
			"risks": [
				{
					"id": "r1",
					"title": "Wrong refusals",
					"system": "credit-scoring",
					"harm": "People get no loan.",
					"owner": "Adaeze Lindqvist",
					"level": "medium",
					"residual": {"level": "low", "acceptedBy": "Risk Committee", "acceptedOn": "2026-11-02"},
				},
			],
		},
		"input": {},
		"says": [
			["violation", "/organization/risks/0/residual/acceptedOn", "What remains of the risk \"Wrong refusals\" is recorded as accepted on 2026-11-02, which lies in the future of 2026-11-01."],
			["observed", "/organization/risks/0", "The risk \"Wrong refusals\" is recorded with who accepted what remains, the day of the acceptance and the level that remains."],
		],
	},
	"unreadable": {
		"organization": {
			"risks": [
				{
					"id": "r1",
					"title": "Wrong refusals",
					"system": "credit-scoring",
					"harm": "People get no loan.",
					"owner": "Adaeze Lindqvist",
					"level": "medium",
					"residual": {"level": "low", "acceptedBy": "Risk Committee", "acceptedOn": "soon"},
				},
			],
		},
		"input": {},
		"says": [
			["missing", "/organization/risks/0/residual/acceptedOn", "The day on which what remains of the risk \"Wrong refusals\" was accepted cannot be read: soon."],
			["observed", "/organization/risks/0", "The risk \"Wrong refusals\" is recorded with who accepted what remains, the day of the acceptance and the level that remains."],
		],
	},
	"level unknown": {
		"organization": {
			"risks": [
				{
					"id": "r1",
					"title": "Wrong refusals",
					"system": "credit-scoring",
					"harm": "People get no loan.",
					"owner": "Adaeze Lindqvist",
					"level": "unknown",
					"residual": {"level": "low", "acceptedBy": "Risk Committee", "acceptedOn": "2026-06-01"},
				},
			],
		},
		"input": {},
		"says": [
			["missing", "/organization/risks/0/level", "The risk \"Wrong refusals\" has no recorded level; nobody can tell whether it has to be treated."],
			["observed", "/organization/risks", "No risk has the level medium or a higher one, from which acceptance is required."],
		],
	},
	"no risk": {
		"organization": {"risks": []},
		"input": {},
		"says": [["observed", "/organization/risks", "The list of the risks of the organization is recorded as empty: there are none."]],
	},
	"blank": {
		"organization": {},
		"input": {},
		"says": [["missing", "/organization/risks", "Nobody recorded the risks of the organization."]],
	},
}

test_says_what_it_finds if {
	every case in cases {
		said(case, expectation.params) == expectation.says_all(case.says)
	}
}

# Without one of its parameters a rule says nothing, which is an error.
test_needs_its_parameters if {
	every name in ["risk-treatment-required-from"] {
		every case in cases {
			not said(case, object.remove(expectation.params, [name]))
		}
	}
}
