package aims.rules.policy_map_resolves_test

import data.aims.lib.expectation_test as expectation
import data.aims.rules.policy_map_resolves as rule

said(case, params) := verdict if {
	verdict := rule.verdict with input as expectation.about_organization_with(case.organization, case.input)
		with data.params as params
}

# What the organization records, what else the input holds, and all that the rule says.
cases := {
	"leads to a record": {
		"organization": {
			"policy": {"related": [{"name": "Data protection policy", "relation": "It governs personal data in training sets.", "record": "record-2026"}]},
		},
		"input": {
			"evidence": [
				expectation.approved_record({"id": "other-2026", "kind": "procedure", "controls": ["iso42001:A.2.3"]}),
				expectation.approved_record({"kind": "policy", "controls": ["iso42001:A.2.3"]}),
			],
		},
		"says": [
			["observed", "/organization/policy/related/0", "The policy \"Data protection policy\" is recorded with how it fits together with the AI policy."],
			["observed", "/organization/policy/related/0/record", "The entry \"Data protection policy\" leads to \"Record of 2026\"."],
		],
	},
	"leads to an address": {
		"organization": {
			"policy": {
				"related": [
					{
						"name": "Data protection policy",
						"relation": "It governs personal data in training sets.",
						"uri": "https://intranet.example/privacy",
					},
				],
			},
		},
		"input": {"evidence": []},
		"says": [
			["observed", "/organization/policy/related/0", "The policy \"Data protection policy\" is recorded with how it fits together with the AI policy."],
			["observed", "/organization/policy/related/0/uri", "The entry \"Data protection policy\" leads to https://intranet.example/privacy."],
		],
	},
	"record not there": {
		"organization": {
			"policy": {"related": [{"name": "Data protection policy", "relation": "It governs personal data in training sets.", "record": "record-2020"}]},
		},
		"input": {"evidence": [expectation.approved_record({"kind": "policy", "controls": ["iso42001:A.2.3"]})]},
		"says": [
			["violation", "/organization/policy/related/0/record", "The entry \"Data protection policy\" names the evidence record \"record-2020\", which is not there."],
			["observed", "/organization/policy/related/0", "The policy \"Data protection policy\" is recorded with how it fits together with the AI policy."],
		],
	},
	"record wins over address": {
		"organization": {
			"policy": {
				"related": [
					{
						"name": "Data protection policy",
						"relation": "It governs personal data in training sets.",
						"record": "record-2020",
						"uri": "https://intranet.example/privacy",
					},
				],
			},
		},
		"input": {"evidence": [expectation.approved_record({"kind": "policy", "controls": ["iso42001:A.2.3"]})]},
		"says": [
			["violation", "/organization/policy/related/0/record", "The entry \"Data protection policy\" names the evidence record \"record-2020\", which is not there."],
			["observed", "/organization/policy/related/0", "The policy \"Data protection policy\" is recorded with how it fits together with the AI policy."],
		],
	},
	"file missing": {
		"organization": {
			"policy": {"related": [{"name": "Data protection policy", "relation": "It governs personal data in training sets.", "record": "record-2026"}]},
		},
		"input": {"evidence": [expectation.approved_record({"fileState": "missing", "kind": "policy", "controls": ["iso42001:A.2.3"]})]},
		"says": [
			["violation", "/organization/policy/related/0/record", "The entry \"Data protection policy\" leads to a record with a fault: \"Record of 2026\" names a file that is not there."],
			["observed", "/organization/policy/related/0", "The policy \"Data protection policy\" is recorded with how it fits together with the AI policy."],
		],
	},
	"expired": {
		"organization": {
			"policy": {"related": [{"name": "Data protection policy", "relation": "It governs personal data in training sets.", "record": "record-2026"}]},
		},
		"input": {"evidence": [expectation.approved_record({"kind": "policy", "controls": ["iso42001:A.2.3"], "validUntil": "2026-10-31"})]},
		"says": [
			["stale", "/organization/policy/related/0/record", "The entry \"Data protection policy\" leads to a record with a fault: \"Record of 2026\" was valid until 2026-10-31, which is before 2026-11-01."],
			["observed", "/organization/policy/related/0", "The policy \"Data protection policy\" is recorded with how it fits together with the AI policy."],
		],
	},
	"superseded": {
		"organization": {
			"policy": {"related": [{"name": "Data protection policy", "relation": "It governs personal data in training sets.", "record": "record-2026"}]},
		},
		"input": {"evidence": [expectation.approved_record({"state": "superseded", "kind": "policy", "controls": ["iso42001:A.2.3"]})]},
		"says": [
			["violation", "/organization/policy/related/0/record", "The entry \"Data protection policy\" leads to \"Record of 2026\", which is superseded."],
			["observed", "/organization/policy/related/0", "The policy \"Data protection policy\" is recorded with how it fits together with the AI policy."],
		],
	},
	"rejected": {
		"organization": {
			"policy": {"related": [{"name": "Data protection policy", "relation": "It governs personal data in training sets.", "record": "record-2026"}]},
		},
		"input": {"evidence": [expectation.approved_record({"state": "rejected", "kind": "policy", "controls": ["iso42001:A.2.3"]})]},
		"says": [
			["violation", "/organization/policy/related/0/record", "The entry \"Data protection policy\" leads to \"Record of 2026\", which is rejected."],
			["observed", "/organization/policy/related/0", "The policy \"Data protection policy\" is recorded with how it fits together with the AI policy."],
		],
	},
	"draft": {
		"organization": {
			"policy": {"related": [{"name": "Data protection policy", "relation": "It governs personal data in training sets.", "record": "record-2026"}]},
		},
		"input": {"evidence": [expectation.approved_record({"state": "draft", "kind": "policy", "controls": ["iso42001:A.2.3"]})]},
		"says": [
			["pending", "/organization/policy/related/0/record", "The entry \"Data protection policy\" leads to a record with a fault: \"Record of 2026\" is a draft."],
			["observed", "/organization/policy/related/0", "The policy \"Data protection policy\" is recorded with how it fits together with the AI policy."],
		],
	},
	"leads nowhere": {
		"organization": {
			"policy": {
				"related": [
					{"name": "Data protection policy", "relation": "It governs personal data in training sets."},
					{"name": "Code of conduct", "uri": "https://intranet.example/conduct"},
				],
			},
		},
		"input": {"evidence": []},
		"says": [
			["pending", "/organization/policy/related/0", "The entry \"Data protection policy\" leads nowhere: neither a record nor a uri is recorded."],
			["pending", "/organization/policy/related/1", "The policy \"Code of conduct\" is recorded without how it fits together with the AI policy."],
			["observed", "/organization/policy/related/0", "The policy \"Data protection policy\" is recorded with how it fits together with the AI policy."],
			["observed", "/organization/policy/related/1/uri", "The entry \"Code of conduct\" leads to https://intranet.example/conduct."],
		],
	},
	"empty": {
		"organization": {"policy": {"related": []}},
		"input": {"evidence": []},
		"says": [["violation", "/organization/policy/related", "The list of other policies that touch on AI is recorded as empty."]],
	},
	"blank": {
		"organization": {},
		"input": {},
		"says": [["missing", "/organization/policy/related", "Nobody recorded other policies that touch on AI."]],
	},
	"blank policy": {
		"organization": {"policy": {}},
		"input": {},
		"says": [["missing", "/organization/policy/related", "Nobody recorded other policies that touch on AI."]],
	},
}

test_says_what_it_finds if {
	every case in cases {
		said(case, expectation.params) == expectation.says_all(case.says)
	}
}
