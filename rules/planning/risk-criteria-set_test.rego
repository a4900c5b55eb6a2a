package aims.rules.risk_criteria_set_test

import data.aims.lib.expectation_test as expectation
import data.aims.rules.risk_criteria_set as rule

said(case, params) := verdict if {
	verdict := rule.verdict with input as expectation.about_organization_with(case.organization, case.input)
		with data.params as params
}

# What the organization records, what else the input holds, and all that the rule says.
cases := {
	"set": {
		"organization": {
			"riskMethod": {
				"name": "Three factors",
				"version": "1.3",
				"approvedBy": "Risk Committee",
				"completedOn": "2025-11-04",
				"criteria": ["likelihood and severity"],
				"acceptableUpTo": "low",
			},
		},
		"input": {"evidence": [expectation.approved_record({"kind": "procedure", "controls": ["iso42001:6.1.1"]})]},
		"says": [
			["observed", "/evidence/0", "\"Record of 2026\" is recorded as the risk criteria, dated on 2026-03-10."],
			["observed", "/organization/riskMethod", "The method of risk assessment is recorded with the level up to which risks are accepted, who approved it, the day of the approval, criteria, a name and a version."],
		],
	},
	"in a policy, at the limit": {
		"organization": {
			"riskMethod": {
				"name": "Three factors",
				"version": "1.3",
				"approvedBy": "Risk Committee",
				"completedOn": "2025-11-04",
				"criteria": ["likelihood and severity"],
				"acceptableUpTo": "low",
			},
		},
		"input": {"evidence": [expectation.approved_record({"effectiveFrom": "2024-11-01", "kind": "policy", "controls": ["iso42001:6.1.1"]})]},
		"says": [
			["observed", "/evidence/0", "\"Record of 2026\" is recorded as the risk criteria, dated on 2024-11-01."],
			["observed", "/organization/riskMethod", "The method of risk assessment is recorded with the level up to which risks are accepted, who approved it, the day of the approval, criteria, a name and a version."],
		],
	},
	"record too old": {
		"organization": {
			"riskMethod": {
				"name": "Three factors",
				"version": "1.3",
				"approvedBy": "Risk Committee",
				"completedOn": "2025-11-04",
				"criteria": ["likelihood and severity"],
				"acceptableUpTo": "low",
			},
		},
		"input": {"evidence": [expectation.approved_record({"effectiveFrom": "2024-10-31", "kind": "procedure", "controls": ["iso42001:6.1.1"]})]},
		"says": [
			["stale", "/evidence/0", "\"Record of 2026\" is 731 days old, dated on 2024-10-31; the limit is 730 days."],
			["observed", "/organization/riskMethod", "The method of risk assessment is recorded with the level up to which risks are accepted, who approved it, the day of the approval, criteria, a name and a version."],
		],
	},
	"level unknown": {
		"organization": {
			"riskMethod": {
				"name": "Three factors",
				"version": "1.3",
				"approvedBy": "Risk Committee",
				"completedOn": "2025-11-04",
				"criteria": ["likelihood and severity"],
				"acceptableUpTo": "unknown",
			},
		},
		"input": {"evidence": [expectation.approved_record({"kind": "procedure", "controls": ["iso42001:6.1.1"]})]},
		"says": [
			["pending", "/organization/riskMethod", "The method of risk assessment is recorded without the level up to which risks are accepted."],
			["observed", "/evidence/0", "\"Record of 2026\" is recorded as the risk criteria, dated on 2026-03-10."],
		],
	},
	"without criteria": {
		"organization": {"riskMethod": {"name": "Three factors", "version": "1.3", "approvedBy": "Risk Committee", "completedOn": "2025-11-04"}},
		"input": {"evidence": [expectation.approved_record({"kind": "procedure", "controls": ["iso42001:6.1.1"]})]},
		"says": [
			["pending", "/organization/riskMethod", "The method of risk assessment is recorded without the level up to which risks are accepted and criteria."],
			["observed", "/evidence/0", "\"Record of 2026\" is recorded as the risk criteria, dated on 2026-03-10."],
		],
	},
	"without name, version and approval": {
		"organization": {"riskMethod": {"criteria": ["likelihood and severity"], "acceptableUpTo": "low"}},
		"input": {"evidence": [expectation.approved_record({"kind": "procedure", "controls": ["iso42001:6.1.1"]})]},
		"says": [
			["pending", "/organization/riskMethod", "The method of risk assessment is recorded without who approved it, the day of the approval, a name and a version."],
			["observed", "/evidence/0", "\"Record of 2026\" is recorded as the risk criteria, dated on 2026-03-10."],
		],
	},
	"approved in the future": {
		"organization": {
			"riskMethod": {
				"name": "Three factors",
				"version": "1.3",
				"approvedBy": "Risk Committee",
				"completedOn": "2026-11-02",
				"criteria": ["likelihood and severity"],
				"acceptableUpTo": "low",
			},
		},
		"input": {"evidence": [expectation.approved_record({"kind": "procedure", "controls": ["iso42001:6.1.1"]})]},
		"says": [
			["violation", "/organization/riskMethod/completedOn", "The method of risk assessment is recorded as approved on 2026-11-02, which lies in the future of 2026-11-01."],
			["observed", "/evidence/0", "\"Record of 2026\" is recorded as the risk criteria, dated on 2026-03-10."],
			["observed", "/organization/riskMethod", "The method of risk assessment is recorded with the level up to which risks are accepted, who approved it, the day of the approval, criteria, a name and a version."],
		],
	},
	"no record": {
		"organization": {
			"riskMethod": {
				"name": "Three factors",
				"version": "1.3",
				"approvedBy": "Risk Committee",
				"completedOn": "2025-11-04",
				"criteria": ["likelihood and severity"],
				"acceptableUpTo": "low",
			},
		},
		"input": {},
		"says": [
			["missing", "/evidence", "No evidence record for iso42001:6.1.1 holds the risk criteria (kind: procedure, kind: policy)."],
			["observed", "/organization/riskMethod", "The method of risk assessment is recorded with the level up to which risks are accepted, who approved it, the day of the approval, criteria, a name and a version."],
		],
	},
	"other kind": {
		"organization": {
			"riskMethod": {
				"name": "Three factors",
				"version": "1.3",
				"approvedBy": "Risk Committee",
				"completedOn": "2025-11-04",
				"criteria": ["likelihood and severity"],
				"acceptableUpTo": "low",
			},
		},
		"input": {"evidence": [expectation.approved_record({"kind": "report", "controls": ["iso42001:6.1.1"]})]},
		"says": [
			["missing", "/evidence", "No evidence record for iso42001:6.1.1 holds the risk criteria (kind: procedure, kind: policy)."],
			["observed", "/organization/riskMethod", "The method of risk assessment is recorded with the level up to which risks are accepted, who approved it, the day of the approval, criteria, a name and a version."],
		],
	},
	"other control": {
		"organization": {
			"riskMethod": {
				"name": "Three factors",
				"version": "1.3",
				"approvedBy": "Risk Committee",
				"completedOn": "2025-11-04",
				"criteria": ["likelihood and severity"],
				"acceptableUpTo": "low",
			},
		},
		"input": {"evidence": [expectation.approved_record({"kind": "procedure", "controls": ["iso42001:6.1.2"]})]},
		"says": [
			["missing", "/evidence", "No evidence record for iso42001:6.1.1 holds the risk criteria (kind: procedure, kind: policy)."],
			["observed", "/organization/riskMethod", "The method of risk assessment is recorded with the level up to which risks are accepted, who approved it, the day of the approval, criteria, a name and a version."],
		],
	},
	"blank": {
		"organization": {},
		"input": {},
		"says": [
			["missing", "/evidence", "No evidence record for iso42001:6.1.1 holds the risk criteria (kind: procedure, kind: policy)."],
			["missing", "/organization/riskMethod", "The method of risk assessment: nobody recorded the level up to which risks are accepted, who approved it, the day of the approval, criteria, a name and a version."],
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
	every name in ["risk-criteria-max-age"] {
		every case in cases {
			not said(case, object.remove(expectation.params, [name]))
		}
	}
}
