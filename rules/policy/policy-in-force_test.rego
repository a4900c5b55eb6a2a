package aims.rules.policy_in_force_test

import data.aims.lib.expectation_test as expectation
import data.aims.rules.policy_in_force as rule

said(case, params) := verdict if {
	verdict := rule.verdict with input as expectation.about_organization_with(case.organization, case.input)
		with data.params as params
}

# What the organization records, what else the input holds, and all that the rule says.
cases := {
	"at the limit": {
		"organization": {"policy": {"state": "done", "version": "2.1", "approvedBy": "Board", "completedOn": "2024-11-01"}},
		"input": {},
		"says": [
			["observed", "/organization/policy", "The AI policy is recorded with who approved it and a version."],
			["observed", "/organization/policy", "The approval of the AI policy was completed on 2024-11-01, 730 days before 2026-11-01, within the limit of 730 days."],
		],
	},
	"older than the limit": {
		"organization": {"policy": {"state": "done", "version": "2.1", "approvedBy": "Board", "completedOn": "2024-10-31"}},
		"input": {},
		"says": [
			["stale", "/organization/policy/completedOn", "The approval of the AI policy was completed on 2024-10-31, 731 days before 2026-11-01; the limit is 730 days."],
			["observed", "/organization/policy", "The AI policy is recorded with who approved it and a version."],
		],
	},
	"expired": {
		"organization": {"policy": {"state": "done", "version": "2.1", "approvedBy": "Board", "completedOn": "2024-11-01", "validUntil": "2026-10-31"}},
		"input": {},
		"says": [
			["stale", "/organization/policy/validUntil", "The approval of the AI policy was valid until 2026-10-31, which is before 2026-11-01."],
			["observed", "/organization/policy", "The AI policy is recorded with who approved it and a version."],
		],
	},
	"not done": {
		"organization": {"policy": {"state": "not-done"}},
		"input": {},
		"says": [
			["violation", "/organization/policy/state", "The approval of the AI policy is recorded as not done."],
			["missing", "/organization/policy", "The AI policy: nobody recorded who approved it and a version."],
		],
	},
	"in progress": {
		"organization": {"policy": {"state": "in-progress", "version": "3"}},
		"input": {},
		"says": [
			["pending", "/organization/policy", "The AI policy is recorded without who approved it."],
			["pending", "/organization/policy/state", "The approval of the AI policy is in progress."],
		],
	},
	"not applicable": {
		"organization": {"policy": {"state": "not-applicable", "version": "2.1", "approvedBy": "Board", "completedOn": "2024-11-01"}},
		"input": {},
		"says": [
			["violation", "/organization/policy/state", "The approval of the AI policy is recorded as not applicable, but it is obligatory for every organization that has AI systems."],
			["observed", "/organization/policy", "The AI policy is recorded with who approved it and a version."],
		],
	},
	"without approver": {
		"organization": {"policy": {"state": "done", "version": "2.1", "completedOn": "2024-11-01"}},
		"input": {},
		"says": [
			["pending", "/organization/policy", "The AI policy is recorded without who approved it."],
			["observed", "/organization/policy", "The approval of the AI policy was completed on 2024-11-01, 730 days before 2026-11-01, within the limit of 730 days."],
		],
	},
	"blank": {
		"organization": {},
		"input": {},
		"says": [
			["missing", "/organization/policy", "The AI policy: nobody recorded who approved it and a version."],
			["missing", "/organization/policy", "The approval of the AI policy is blank: nobody recorded how far it got."],
		],
	},
	"unknown": {
		"organization": {"policy": {"state": "unknown"}},
		"input": {},
		"says": [
			["missing", "/organization/policy", "The AI policy: nobody recorded who approved it and a version."],
			["missing", "/organization/policy/state", "The approval of the AI policy is recorded as unknown."],
		],
	},
}

test_says_what_it_finds if {
	every case in cases {
		said(case, expectation.params) == expectation.says_all(case.says)
	}
}

# Without one of its parameters a rule says nothing, which is an error.
test_needs_its_parameters if {
	every name in ["ai-policy-max-age"] {
		every case in cases {
			not said(case, object.remove(expectation.params, [name]))
		}
	}
}
