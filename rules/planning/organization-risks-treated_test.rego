package aims.rules.organization_risks_treated_test

import data.aims.lib.expectation_test as expectation
import data.aims.rules.organization_risks_treated as rule

said(case, params) := verdict if {
	verdict := rule.verdict with input as expectation.about_organization_with(case.organization, case.input)
		with data.params as params
}

# What the organization records, what else the input holds, and all that the rule says.
cases := {
	"a method that accepts the threshold": {
		"organization": {"risks": [], "riskMethod": {"acceptableUpTo": "medium"}},
		"input": {},
		"says": [
			["violation", "/organization/riskMethod/acceptableUpTo", "Risks are accepted up to the level medium, but treatment is required from medium upwards."],
			["observed", "/organization/risks", "The list of the risks of the organization is recorded as empty: there are none."],
		],
	},
	"a method that accepts everything": {
		"organization": {"risks": [], "riskMethod": {"acceptableUpTo": "high"}},
		"input": {},
		"says": [
			["violation", "/organization/riskMethod/acceptableUpTo", "Risks are accepted up to the level high, but treatment is required from medium upwards."],
			["observed", "/organization/risks", "The list of the risks of the organization is recorded as empty: there are none."],
		],
	},
	"a method that accepts less": {
		"organization": {"risks": [], "riskMethod": {"acceptableUpTo": "low"}},
		"input": {},
		"says": [["observed", "/organization/risks", "The list of the risks of the organization is recorded as empty: there are none."]],
	},
	"treated at the threshold": {
		"organization": {
			"risks": [
				{
					"id": "r1",
					"title": "Wrong refusals",
					"system": "credit-scoring",
					"harm": "People get no loan.",
					"owner": "Adaeze Lindqvist",
					"level": "medium",
					"treatments": [{"what": "A second look at refusals", "owner": "Ines Aguirre", "due": "2026-12"}],
				},
			],
		},
		"input": {},
		"says": [
			["observed", "/organization/risks/0", "The risk \"Wrong refusals\" is recorded with a treatment."],
			["observed", "/organization/risks/0/treatments/0", "The risk \"Wrong refusals\": the treatment \"A second look at refusals\" is recorded with a day by which it is due, an owner and what is done."],
		],
	},
	"treated above the threshold, two of them": {
		"organization": {
			"risks": [
				{
					"id": "r1",
					"title": "Wrong refusals",
					"system": "credit-scoring",
					"harm": "People get no loan.",
					"owner": "Adaeze Lindqvist",
					"level": "high",
					"treatments": [
						{"what": "A second look at refusals", "owner": "Ines Aguirre", "due": "2026-12"},
						{"what": "Fewer cases", "owner": "Ines Aguirre", "due": "2026-12"},
					],
				},
			],
		},
		"input": {},
		"says": [
			["observed", "/organization/risks/0", "The risk \"Wrong refusals\" is recorded with a treatment."],
			["observed", "/organization/risks/0/treatments/0", "The risk \"Wrong refusals\": the treatment \"A second look at refusals\" is recorded with a day by which it is due, an owner and what is done."],
			["observed", "/organization/risks/0/treatments/1", "The risk \"Wrong refusals\": the treatment \"Fewer cases\" is recorded with a day by which it is due, an owner and what is done."],
		],
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
		"says": [["observed", "/organization/risks", "No risk has the level medium or a higher one, from which treatment is required."]],
	},
	"without a treatment": {
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
				{
					"id": "r1",
					"title": "Leaks",
					"system": "credit-scoring",
					"harm": "People get no loan.",
					"owner": "Adaeze Lindqvist",
					"level": "medium",
					"treatments": [],
				},
			],
		},
		"input": {},
		"says": [
			["pending", "/organization/risks/0", "The risk \"Wrong refusals\" is recorded without a treatment."],
			["pending", "/organization/risks/1", "The risk \"Leaks\" is recorded without a treatment."],
		],
	},
	"treatment without owner and day": {
		"organization": {
			"risks": [
				{
					"id": "r1",
					"title": "Wrong refusals",
					"system": "credit-scoring",
					"harm": "People get no loan.",
					"owner": "Adaeze Lindqvist",
					"level": "medium",
					"treatments": [{"what": "A second look at refusals", "owner": "Ines Aguirre", "due": "2026-12"}, {"what": "Training"}],
				},
			],
		},
		"input": {},
		"says": [
			["pending", "/organization/risks/0/treatments/1", "The risk \"Wrong refusals\": the treatment \"Training\" is recorded without a day by which it is due and an owner."],
			["observed", "/organization/risks/0", "The risk \"Wrong refusals\" is recorded with a treatment."],
			["observed", "/organization/risks/0/treatments/0", "The risk \"Wrong refusals\": the treatment \"A second look at refusals\" is recorded with a day by which it is due, an owner and what is done."],
		],
	},
	"a low risk is left alone": {
		"organization": {
			"risks": [
				{
					"id": "r1",
					"title": "Wrong refusals",
					"system": "credit-scoring",
					"harm": "People get no loan.",
					"owner": "Adaeze Lindqvist",
					"level": "medium",
					"treatments": [{"what": "A second look at refusals", "owner": "Ines Aguirre", "due": "2026-12"}],
				},
				{
					"id": "r1",
					"title": "Leaks",
					"system": "credit-scoring",
					"harm": "People get no loan.",
					"owner": "Adaeze Lindqvist",
					"level": "low",
					"treatments": [{"what": "Training"}],
				},
			],
		},
		"input": {},
		"says": [
			["observed", "/organization/risks/0", "The risk \"Wrong refusals\" is recorded with a treatment."],
			["observed", "/organization/risks/0/treatments/0", "The risk \"Wrong refusals\": the treatment \"A second look at refusals\" is recorded with a day by which it is due, an owner and what is done."],
		],
	},
	"treatment without words": {
		"organization": {
			"risks": [
				{
					"id": "r1",
					"title": "Wrong refusals",
					"system": "credit-scoring",
					"harm": "People get no loan.",
					"owner": "Adaeze Lindqvist",
					"level": "medium",
					"treatments": [{"owner": "Ines Aguirre", "due": "2026-12"}],
				},
			],
		},
		"input": {},
		"says": [
			["pending", "/organization/risks/0/treatments/0", "The risk \"Wrong refusals\": the treatment without a name is recorded without what is done."],
			["observed", "/organization/risks/0", "The risk \"Wrong refusals\" is recorded with a treatment."],
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
				},
			],
		},
		"input": {},
		"says": [
			["missing", "/organization/risks/0/level", "The risk \"Wrong refusals\" has no recorded level; nobody can tell whether it has to be treated."],
			["observed", "/organization/risks", "No risk has the level medium or a higher one, from which treatment is required."],
		],
	},
	"level blank": {
		"organization": {
			"risks": [
				{"id": "r1", "title": "Wrong refusals", "system": "credit-scoring", "harm": "People get no loan.", "owner": "Adaeze Lindqvist"},
				{
					"id": "r1",
					"title": "Wrong refusals",
					"system": "credit-scoring",
					"harm": "People get no loan.",
					"owner": "Adaeze Lindqvist",
					"level": "medium",
					"treatments": [{"what": "A second look at refusals", "owner": "Ines Aguirre", "due": "2026-12"}],
				},
			],
		},
		"input": {},
		"says": [
			["observed", "/organization/risks/1", "The risk \"Wrong refusals\" is recorded with a treatment."],
			["observed", "/organization/risks/1/treatments/0", "The risk \"Wrong refusals\": the treatment \"A second look at refusals\" is recorded with a day by which it is due, an owner and what is done."],
		],
	},
	"no title": {
		"organization": {
			"risks": [
				{
					"id": "r1",
					"system": "credit-scoring",
					"harm": "People get no loan.",
					"owner": "Adaeze Lindqvist",
					"level": "medium",
					"treatments": [{"what": "A second look at refusals", "owner": "Ines Aguirre"}],
				},
			],
		},
		"input": {},
		"says": [
			["pending", "/organization/risks/0/treatments/0", "The risk \"r1\": the treatment \"A second look at refusals\" is recorded without a day by which it is due."],
			["observed", "/organization/risks/0", "The risk without a name is recorded with a treatment."],
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
