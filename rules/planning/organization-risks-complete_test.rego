package aims.rules.organization_risks_complete_test

import data.aims.lib.expectation_test as expectation
import data.aims.rules.organization_risks_complete as rule

said(case, params) := verdict if {
	verdict := rule.verdict with input as expectation.about_organization_with(case.organization, case.input)
		with data.params as params
}

# What the organization records, what else the input holds, and all that the rule says.
cases := {
	"complete": {
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
		"input": {"systems": [{"id": "credit-scoring", "name": "Credit scoring"}], "excluded": [{"id": "vault-sensor", "name": "Vault sensor"}]},
		"says": [["observed", "/organization/risks/0", "The risk \"Wrong refusals\" is recorded with a harm, a level, an owner and a system."]],
	},
	"of an excluded system": {
		"organization": {
			"risks": [
				{
					"id": "r1",
					"title": "Wrong refusals",
					"system": "vault-sensor",
					"harm": "People get no loan.",
					"owner": "Adaeze Lindqvist",
					"level": "medium",
				},
			],
		},
		"input": {"systems": [{"id": "credit-scoring", "name": "Credit scoring"}], "excluded": [{"id": "vault-sensor", "name": "Vault sensor"}]},
		"says": [["observed", "/organization/risks/0", "The risk \"Wrong refusals\" is recorded with a harm, a level, an owner and a system."]],
	},
	"of no known system": {
		"organization": {
			"risks": [
				{
					"id": "r1",
					"title": "Wrong refusals",
					"system": "nowhere",
					"harm": "People get no loan.",
					"owner": "Adaeze Lindqvist",
					"level": "medium",
				},
			],
		},
		"input": {"systems": [{"id": "credit-scoring", "name": "Credit scoring"}], "excluded": [{"id": "vault-sensor", "name": "Vault sensor"}]},
		"says": [
			["violation", "/organization/risks/0/system", "The risk \"Wrong refusals\" names the system \"nowhere\", which is not there."],
			["observed", "/organization/risks/0", "The risk \"Wrong refusals\" is recorded with a harm, a level, an owner and a system."],
		],
	},
	"of a system that was not selected": {
		"organization": {
			"risks": [
				{
					"id": "r1",
					"title": "Wrong refusals",
					"system": "nowhere",
					"harm": "People get no loan.",
					"owner": "Adaeze Lindqvist",
					"level": "medium",
				},
			],
		},
		"input": {"systems": [{"id": "credit-scoring", "name": "Credit scoring"}], "excluded": [], "selection": ["systems/credit-scoring.yaml"]},
		"says": [["observed", "/organization/risks/0", "The risk \"Wrong refusals\" is recorded with a harm, a level, an owner and a system."]],
	},
	"without owner and level": {
		"organization": {"risks": [{"id": "r1", "title": "Wrong refusals", "system": "credit-scoring", "harm": "People get no loan."}]},
		"input": {"systems": [{"id": "credit-scoring", "name": "Credit scoring"}], "excluded": [{"id": "vault-sensor", "name": "Vault sensor"}]},
		"says": [["pending", "/organization/risks/0", "The risk \"Wrong refusals\" is recorded without a level and an owner."]],
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
		"input": {"systems": [{"id": "credit-scoring", "name": "Credit scoring"}], "excluded": [{"id": "vault-sensor", "name": "Vault sensor"}]},
		"says": [["pending", "/organization/risks/0", "The risk \"Wrong refusals\" is recorded without a level."]],
	},
	"without harm and system": {
		"organization": {"risks": [{"id": "r1", "title": "Wrong refusals", "owner": "Adaeze Lindqvist", "level": "medium"}]},
		"input": {"systems": [{"id": "credit-scoring", "name": "Credit scoring"}], "excluded": [{"id": "vault-sensor", "name": "Vault sensor"}]},
		"says": [["pending", "/organization/risks/0", "The risk \"Wrong refusals\" is recorded without a harm and a system."]],
	},
	"no risk": {
		"organization": {"risks": []},
		"input": {"systems": [{"id": "credit-scoring", "name": "Credit scoring"}], "excluded": [{"id": "vault-sensor", "name": "Vault sensor"}]},
		"says": [["observed", "/organization/risks", "The list of the risks of the organization is recorded as empty: there are none."]],
	},
	"without a title": {
		"organization": {"risks": [{"id": "r1", "system": "nowhere", "harm": "People get no loan.", "owner": "Adaeze Lindqvist", "level": "medium"}]},
		"input": {"systems": [{"id": "credit-scoring", "name": "Credit scoring"}], "excluded": [{"id": "vault-sensor", "name": "Vault sensor"}]},
		"says": [
			["violation", "/organization/risks/0/system", "The risk \"r1\" names the system \"nowhere\", which is not there."],
			["observed", "/organization/risks/0", "The risk without a name is recorded with a harm, a level, an owner and a system."],
		],
	},
	"without title and id": {
		"organization": {"risks": [{"system": "nowhere", "harm": "People get no loan.", "owner": "Adaeze Lindqvist", "level": "medium"}]},
		"input": {"systems": [{"id": "credit-scoring", "name": "Credit scoring"}], "excluded": [{"id": "vault-sensor", "name": "Vault sensor"}]},
		"says": [
			["violation", "/organization/risks/0/system", "The risk \"without a title\" names the system \"nowhere\", which is not there."],
			["observed", "/organization/risks/0", "The risk without a name is recorded with a harm, a level, an owner and a system."],
		],
	},
	"blank": {
		"organization": {},
		"input": {"systems": [{"id": "credit-scoring", "name": "Credit scoring"}], "excluded": [{"id": "vault-sensor", "name": "Vault sensor"}]},
		"says": [["missing", "/organization/risks", "Nobody recorded the risks of the organization."]],
	},
	"no systems": {
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
		"input": {"systems": []},
		"says": [
			["violation", "/organization/risks/0/system", "The risk \"Wrong refusals\" names the system \"credit-scoring\", which is not there."],
			["observed", "/organization/risks/0", "The risk \"Wrong refusals\" is recorded with a harm, a level, an owner and a system."],
		],
	},
}

test_says_what_it_finds if {
	every case in cases {
		said(case, expectation.params) == expectation.says_all(case.says)
	}
}
