package aims.rules.impact_method_approved_test

import data.aims.lib.expectation_test as expectation
import data.aims.rules.impact_method_approved as rule

said(case, params) := verdict if {
	verdict := rule.verdict with input as expectation.about_organization_with(case.organization, case.input)
		with data.params as params
}

# What the organization records, what else the input holds, and all that the rule says.
cases := {
	"approved": {
		"organization": {
			"impactMethod": {"name": "Impact on people", "version": "1", "approvedBy": "Board", "completedOn": "2026-01-05", "triggers": ["a new system"]},
		},
		"input": {"evidence": [expectation.approved_record({"kind": "procedure", "controls": ["iso42001:6.1.4"]})]},
		"says": [
			["observed", "/evidence/0", "\"Record of 2026\" is recorded as the procedure of impact assessment, dated on 2026-03-10."],
			["observed", "/organization/impactMethod", "The method of impact assessment is recorded with who approved it, the day of the approval, a name, the occasions and a version."],
		],
	},
	"at the limit": {
		"organization": {
			"impactMethod": {"name": "Impact on people", "version": "1", "approvedBy": "Board", "completedOn": "2026-01-05", "triggers": ["a new system"]},
		},
		"input": {"evidence": [expectation.approved_record({"effectiveFrom": "2024-11-01", "kind": "procedure", "controls": ["iso42001:6.1.4"]})]},
		"says": [
			["observed", "/evidence/0", "\"Record of 2026\" is recorded as the procedure of impact assessment, dated on 2024-11-01."],
			["observed", "/organization/impactMethod", "The method of impact assessment is recorded with who approved it, the day of the approval, a name, the occasions and a version."],
		],
	},
	"record too old": {
		"organization": {
			"impactMethod": {"name": "Impact on people", "version": "1", "approvedBy": "Board", "completedOn": "2026-01-05", "triggers": ["a new system"]},
		},
		"input": {"evidence": [expectation.approved_record({"effectiveFrom": "2024-10-31", "kind": "procedure", "controls": ["iso42001:6.1.4"]})]},
		"says": [
			["stale", "/evidence/0", "\"Record of 2026\" is 731 days old, dated on 2024-10-31; the limit is 730 days."],
			["observed", "/organization/impactMethod", "The method of impact assessment is recorded with who approved it, the day of the approval, a name, the occasions and a version."],
		],
	},
	"without name, version and occasions": {
		"organization": {"impactMethod": {"approvedBy": "Board", "completedOn": "2026-01-05"}},
		"input": {"evidence": [expectation.approved_record({"kind": "procedure", "controls": ["iso42001:6.1.4"]})]},
		"says": [
			["pending", "/organization/impactMethod", "The method of impact assessment is recorded without a name, the occasions and a version."],
			["observed", "/evidence/0", "\"Record of 2026\" is recorded as the procedure of impact assessment, dated on 2026-03-10."],
		],
	},
	"without approval": {
		"organization": {"impactMethod": {"name": "Impact on people", "version": "1", "triggers": ["a new system"]}},
		"input": {"evidence": [expectation.approved_record({"kind": "procedure", "controls": ["iso42001:6.1.4"]})]},
		"says": [
			["pending", "/organization/impactMethod", "The method of impact assessment is recorded without who approved it and the day of the approval."],
			["observed", "/evidence/0", "\"Record of 2026\" is recorded as the procedure of impact assessment, dated on 2026-03-10."],
		],
	},
	"in the future": {
		"organization": {
			"impactMethod": {"name": "Impact on people", "version": "1", "approvedBy": "Board", "completedOn": "2026-11-02", "triggers": ["a new system"]},
		},
		"input": {"evidence": [expectation.approved_record({"kind": "procedure", "controls": ["iso42001:6.1.4"]})]},
		"says": [
			["violation", "/organization/impactMethod/completedOn", "The method of impact assessment is recorded as approved on 2026-11-02, which lies in the future of 2026-11-01."],
			["observed", "/evidence/0", "\"Record of 2026\" is recorded as the procedure of impact assessment, dated on 2026-03-10."],
			["observed", "/organization/impactMethod", "The method of impact assessment is recorded with who approved it, the day of the approval, a name, the occasions and a version."],
		],
	},
	"unreadable": {
		"organization": {"impactMethod": {"name": "Impact on people", "version": "1", "approvedBy": "Board", "completedOn": "soon", "triggers": ["a new system"]}},
		"input": {"evidence": [expectation.approved_record({"kind": "procedure", "controls": ["iso42001:6.1.4"]})]},
		"says": [
			["missing", "/organization/impactMethod/completedOn", "The day on which the method of impact assessment was approved cannot be read: soon."],
			["observed", "/evidence/0", "\"Record of 2026\" is recorded as the procedure of impact assessment, dated on 2026-03-10."],
			["observed", "/organization/impactMethod", "The method of impact assessment is recorded with who approved it, the day of the approval, a name, the occasions and a version."],
		],
	},
	"other kind": {
		"organization": {
			"impactMethod": {"name": "Impact on people", "version": "1", "approvedBy": "Board", "completedOn": "2026-01-05", "triggers": ["a new system"]},
		},
		"input": {"evidence": [expectation.approved_record({"kind": "policy", "controls": ["iso42001:6.1.4"]})]},
		"says": [
			["missing", "/evidence", "No evidence record for iso42001:6.1.4 holds the procedure of impact assessment (kind: procedure)."],
			["observed", "/organization/impactMethod", "The method of impact assessment is recorded with who approved it, the day of the approval, a name, the occasions and a version."],
		],
	},
	"other control": {
		"organization": {
			"impactMethod": {"name": "Impact on people", "version": "1", "approvedBy": "Board", "completedOn": "2026-01-05", "triggers": ["a new system"]},
		},
		"input": {"evidence": [expectation.approved_record({"kind": "procedure", "controls": ["iso42001:A.5.2"]})]},
		"says": [
			["missing", "/evidence", "No evidence record for iso42001:6.1.4 holds the procedure of impact assessment (kind: procedure)."],
			["observed", "/organization/impactMethod", "The method of impact assessment is recorded with who approved it, the day of the approval, a name, the occasions and a version."],
		],
	},
	"blank": {
		"organization": {},
		"input": {},
		"says": [
			["missing", "/evidence", "No evidence record for iso42001:6.1.4 holds the procedure of impact assessment (kind: procedure)."],
			["missing", "/organization/impactMethod", "The method of impact assessment: nobody recorded who approved it, the day of the approval, a name, the occasions and a version."],
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
	every name in ["impact-method-max-age"] {
		every case in cases {
			not said(case, object.remove(expectation.params, [name]))
		}
	}
}
