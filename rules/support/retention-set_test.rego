package aims.rules.retention_set_test

import data.aims.lib.expectation_test as expectation
import data.aims.rules.retention_set as rule

said(case, params) := verdict if {
	verdict := rule.verdict with input as expectation.about_organization_with(case.organization, case.input)
		with data.params as params
}

# What the organization records, what else the input holds, and all that the rule says.
cases := {
	"set for each kind": {
		"organization": {"documentControl": {"retention": [{"kind": "policy", "days": 0, "why": "Replaced texts tell nothing."}]}},
		"input": {"evidence": [expectation.approved_record({"kind": "policy", "controls": ["x"]})]},
		"says": [["observed", "/organization/documentControl/retention/0", "The period for records of the kind \"policy\" is recorded with a number of days and a reason."]],
	},
	"by the record itself": {
		"organization": {"documentControl": {"retention": [{"kind": "policy", "days": 0, "why": "Replaced texts tell nothing."}]}},
		"input": {
			"evidence": [
				expectation.approved_record({"kind": "policy", "controls": ["x"]}),
				expectation.approved_record({"kind": "log", "controls": ["x"], "retentionDays": 0}),
			],
		},
		"says": [["observed", "/organization/documentControl/retention/0", "The period for records of the kind \"policy\" is recorded with a number of days and a reason."]],
	},
	"a kind lacks": {
		"organization": {"documentControl": {"retention": [{"kind": "policy", "days": 0, "why": "Replaced texts tell nothing."}]}},
		"input": {
			"evidence": [
				expectation.approved_record({"kind": "policy", "controls": ["x"]}),
				expectation.approved_record({"kind": "log", "controls": ["x"], "retentionDays": 30}),
				expectation.approved_record({"kind": "log", "controls": ["x"]}),
				expectation.approved_record({"kind": "log", "controls": ["x"]}),
			],
		},
		"says": [
			["pending", "/evidence/2", "For records of the kind log nobody set how long they are kept."],
			["observed", "/organization/documentControl/retention/0", "The period for records of the kind \"policy\" is recorded with a number of days and a reason."],
		],
	},
	"without days and reason": {
		"organization": {"documentControl": {"retention": [{"kind": "policy"}]}},
		"input": {"evidence": [expectation.approved_record({"kind": "policy", "controls": ["x"]})]},
		"says": [["pending", "/organization/documentControl/retention/0", "The period for records of the kind \"policy\" is recorded without a number of days and a reason."]],
	},
	"without a reason": {
		"organization": {"documentControl": {"retention": [{"kind": "policy", "days": 0}]}},
		"input": {"evidence": [expectation.approved_record({"kind": "policy", "controls": ["x"]})]},
		"says": [["pending", "/organization/documentControl/retention/0", "The period for records of the kind \"policy\" is recorded without a reason."]],
	},
	"no records": {
		"organization": {"documentControl": {"retention": [{"kind": "policy", "days": 0, "why": "Replaced texts tell nothing."}]}},
		"input": {},
		"says": [
			["missing", "/evidence", "The organization has no evidence records; nobody can tell which kinds have to be kept."],
			["observed", "/organization/documentControl/retention/0", "The period for records of the kind \"policy\" is recorded with a number of days and a reason."],
		],
	},
	"empty": {
		"organization": {"documentControl": {"retention": []}},
		"input": {"evidence": [expectation.approved_record({"kind": "policy", "controls": ["x"]})]},
		"says": [
			["violation", "/organization/documentControl/retention", "The list of periods of retention is recorded as empty."],
			["pending", "/evidence/0", "For records of the kind policy nobody set how long they are kept."],
		],
	},
	"blank": {
		"organization": {},
		"input": {"evidence": [expectation.approved_record({"kind": "policy", "controls": ["x"]})]},
		"says": [
			["missing", "/organization/documentControl/retention", "Nobody recorded periods of retention."],
			["pending", "/evidence/0", "For records of the kind policy nobody set how long they are kept."],
		],
	},
	"nothing at all": {
		"organization": {},
		"input": {},
		"says": [
			["missing", "/evidence", "The organization has no evidence records; nobody can tell which kinds have to be kept."],
			["missing", "/organization/documentControl/retention", "Nobody recorded periods of retention."],
		],
	},
}

test_says_what_it_finds if {
	every case in cases {
		said(case, expectation.params) == expectation.says_all(case.says)
	}
}
