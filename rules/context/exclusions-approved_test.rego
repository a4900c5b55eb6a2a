package aims.rules.exclusions_approved_test

import data.aims.lib.expectation_test as expectation
import data.aims.rules.exclusions_approved as rule

said(case, params) := verdict if {
	verdict := rule.verdict with input as expectation.about_organization_with(case.organization, case.input)
		with data.params as params
}

# What the organization records, what else the input holds, and all that the rule says.
cases := {
	"approved": {
		"organization": {},
		"input": {
			"excluded": [
				{
					"id": "vault-sensor",
					"name": "Vault sensor",
					"reason": "Nothing in it is learned.",
					"approvedBy": "Risk Committee",
					"decidedOn": "2026-02-10",
				},
			],
		},
		"says": [["observed", "/excluded/0", "The excluded system \"vault-sensor\" is recorded with who approved it, the day of the decision and a reason."]],
	},
	"none excluded": {
		"organization": {},
		"input": {"excluded": []},
		"says": [["observed", "/excluded", "The list of the systems outside of the scope is recorded as empty: there are none."]],
	},
	"in the future": {
		"organization": {},
		"input": {
			"excluded": [
				{
					"id": "vault-sensor",
					"name": "Vault sensor",
					"reason": "Nothing in it is learned.",
					"approvedBy": "Risk Committee",
					"decidedOn": "2026-02-10",
				},
				{
					"id": "other",
					"name": "Vault sensor",
					"reason": "Nothing in it is learned.",
					"approvedBy": "Risk Committee",
					"decidedOn": "2026-11-02",
				},
			],
		},
		"says": [
			["violation", "/excluded/1/decidedOn", "The system \"other\" is recorded as excluded on 2026-11-02, which lies in the future of 2026-11-01."],
			["observed", "/excluded/0", "The excluded system \"vault-sensor\" is recorded with who approved it, the day of the decision and a reason."],
			["observed", "/excluded/1", "The excluded system \"other\" is recorded with who approved it, the day of the decision and a reason."],
		],
	},
	"on the day": {
		"organization": {},
		"input": {
			"excluded": [
				{
					"id": "vault-sensor",
					"name": "Vault sensor",
					"reason": "Nothing in it is learned.",
					"approvedBy": "Risk Committee",
					"decidedOn": "2026-11-01",
				},
			],
		},
		"says": [["observed", "/excluded/0", "The excluded system \"vault-sensor\" is recorded with who approved it, the day of the decision and a reason."]],
	},
	"none of those selected": {
		"organization": {},
		"input": {"excluded": [], "selection": ["systems/credit-*.yaml"]},
		"says": [["observed", "/excluded", "None of the systems that were selected is outside of the scope."]],
	},
	"without a reason of those selected": {
		"organization": {},
		"input": {
			"excluded": [{"id": "vault-sensor", "name": "Vault sensor", "approvedBy": "Risk Committee", "decidedOn": "2026-02-10"}],
			"selection": ["systems/v*.yaml"],
		},
		"says": [["pending", "/excluded/0", "The excluded system \"vault-sensor\" is recorded without a reason."]],
	},
	"without a reason": {
		"organization": {},
		"input": {"excluded": [{"id": "vault-sensor", "name": "Vault sensor", "approvedBy": "Risk Committee", "decidedOn": "2026-02-10"}]},
		"says": [["pending", "/excluded/0", "The excluded system \"vault-sensor\" is recorded without a reason."]],
	},
	"without approver and day": {
		"organization": {},
		"input": {"excluded": [{"id": "vault-sensor", "name": "Vault sensor", "reason": "Nothing in it is learned."}]},
		"says": [["pending", "/excluded/0", "The excluded system \"vault-sensor\" is recorded without who approved it and the day of the decision."]],
	},
	"blank": {
		"organization": {},
		"input": {},
		"says": [["missing", "/excluded", "Nobody recorded the systems outside of the scope."]],
	},
}

test_says_what_it_finds if {
	every case in cases {
		said(case, expectation.params) == expectation.says_all(case.says)
	}
}
