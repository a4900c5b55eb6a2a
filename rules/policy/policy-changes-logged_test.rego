package aims.rules.policy_changes_logged_test

import data.aims.lib.expectation_test as expectation
import data.aims.rules.policy_changes_logged as rule

said(case, params) := verdict if {
	verdict := rule.verdict with input as expectation.about_organization_with(case.organization, case.input)
		with data.params as params
}

# What the organization records, what else the input holds, and all that the rule says.
cases := {
	"logged": {
		"organization": {
			"policy": {
				"version": "2.1",
				"changes": [
					{"version": "2.0", "on": "2026-03-10", "what": "Oversight was added.", "approvedBy": "Board"},
					{"version": "2.1", "on": "2026-03-10", "what": "Oversight was added.", "approvedBy": "Board"},
				],
			},
		},
		"input": {},
		"says": [
			["observed", "/organization/policy/changes/0", "The version \"2.0\" is recorded with who approved it, a date and what was changed."],
			["observed", "/organization/policy/changes/1", "The version \"2.1\" is recorded with who approved it, a date and what was changed."],
			["observed", "/organization/policy/version", "The version in force, 2.1, is in the log."],
		],
	},
	"version in force not logged": {
		"organization": {"policy": {"version": "2.2", "changes": [{"version": "2.1", "on": "2026-03-10", "what": "Oversight was added.", "approvedBy": "Board"}]}},
		"input": {},
		"says": [
			["pending", "/organization/policy/version", "The version in force, 2.2, is not in the log."],
			["observed", "/organization/policy/changes/0", "The version \"2.1\" is recorded with who approved it, a date and what was changed."],
		],
	},
	"no version in force": {
		"organization": {"policy": {"changes": [{"version": "2.1", "on": "2026-03-10", "what": "Oversight was added.", "approvedBy": "Board"}]}},
		"input": {},
		"says": [
			["missing", "/organization/policy/version", "Nobody recorded which version of the AI policy is in force."],
			["observed", "/organization/policy/changes/0", "The version \"2.1\" is recorded with who approved it, a date and what was changed."],
		],
	},
	"entry without a date": {
		"organization": {"policy": {"version": "2.1", "changes": [{"version": "2.1", "what": "Oversight was added.", "approvedBy": "Board"}]}},
		"input": {},
		"says": [
			["pending", "/organization/policy/changes/0", "The version \"2.1\" is recorded without a date."],
			["observed", "/organization/policy/version", "The version in force, 2.1, is in the log."],
		],
	},
	"entry without change and approver": {
		"organization": {"policy": {"version": "2.1", "changes": [{"version": "2.1", "on": "2026-03-10"}]}},
		"input": {},
		"says": [
			["pending", "/organization/policy/changes/0", "The version \"2.1\" is recorded without who approved it and what was changed."],
			["observed", "/organization/policy/version", "The version in force, 2.1, is in the log."],
		],
	},
	"empty": {
		"organization": {"policy": {"version": "2.1", "changes": []}},
		"input": {},
		"says": [
			["violation", "/organization/policy/changes", "The list of the changes of the AI policy is recorded as empty."],
			["pending", "/organization/policy/version", "The version in force, 2.1, is not in the log."],
		],
	},
	"no log": {
		"organization": {"policy": {"version": "2.1"}},
		"input": {},
		"says": [
			["missing", "/organization/policy/changes", "Nobody recorded the changes of the AI policy."],
			["pending", "/organization/policy/version", "The version in force, 2.1, is not in the log."],
		],
	},
	"blank": {
		"organization": {},
		"input": {},
		"says": [
			["missing", "/organization/policy/changes", "Nobody recorded the changes of the AI policy."],
			["missing", "/organization/policy/version", "Nobody recorded which version of the AI policy is in force."],
		],
	},
}

test_says_what_it_finds if {
	every case in cases {
		said(case, expectation.params) == expectation.says_all(case.says)
	}
}
