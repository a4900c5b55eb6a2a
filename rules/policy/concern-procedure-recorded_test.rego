package aims.rules.concern_procedure_recorded_test

import data.aims.lib.expectation_test as expectation
import data.aims.rules.concern_procedure_recorded as rule

said(case, params) := verdict if {
	verdict := rule.verdict with input as expectation.about_organization_with(case.organization, case.input)
		with data.params as params
}

# What the organization records, what else the input holds, and all that the rule says.
cases := {
	"documented, at the limit": {
		"organization": {
			"concerns": {
				"channel": "The line of the ombudsman",
				"contact": "concerns@bank.example",
				"anonymous": "no",
				"protection": "Names stay with the ombudsman.",
			},
		},
		"input": {"evidence": [expectation.approved_record({"effectiveFrom": "2024-11-01", "kind": "procedure", "controls": ["iso42001:A.3.3"]})]},
		"says": [
			["observed", "/evidence/0", "\"Record of 2026\" is recorded as the procedure for concerns about AI, dated on 2024-11-01."],
			["observed", "/organization/concerns", "The channel for concerns is recorded with whether a name has to be given, where concerns go, a contact and how whoever reports is protected."],
		],
	},
	"in a policy": {
		"organization": {
			"concerns": {
				"channel": "The line of the ombudsman",
				"contact": "concerns@bank.example",
				"anonymous": "no",
				"protection": "Names stay with the ombudsman.",
			},
		},
		"input": {"evidence": [expectation.approved_record({"kind": "policy", "controls": ["iso42001:A.3.3"]})]},
		"says": [
			["observed", "/evidence/0", "\"Record of 2026\" is recorded as the procedure for concerns about AI, dated on 2026-03-10."],
			["observed", "/organization/concerns", "The channel for concerns is recorded with whether a name has to be given, where concerns go, a contact and how whoever reports is protected."],
		],
	},
	"too old": {
		"organization": {
			"concerns": {
				"channel": "The line of the ombudsman",
				"contact": "concerns@bank.example",
				"anonymous": "no",
				"protection": "Names stay with the ombudsman.",
			},
		},
		"input": {"evidence": [expectation.approved_record({"effectiveFrom": "2024-10-31", "kind": "procedure", "controls": ["iso42001:A.3.3"]})]},
		"says": [
			["stale", "/evidence/0", "\"Record of 2026\" is 731 days old, dated on 2024-10-31; the limit is 730 days."],
			["observed", "/organization/concerns", "The channel for concerns is recorded with whether a name has to be given, where concerns go, a contact and how whoever reports is protected."],
		],
	},
	"other kind": {
		"organization": {
			"concerns": {
				"channel": "The line of the ombudsman",
				"contact": "concerns@bank.example",
				"anonymous": "no",
				"protection": "Names stay with the ombudsman.",
			},
		},
		"input": {"evidence": [expectation.approved_record({"kind": "plan", "controls": ["iso42001:A.3.3"]})]},
		"says": [
			["missing", "/evidence", "No evidence record for iso42001:A.3.3 holds the procedure for concerns about AI (kind: procedure, kind: policy)."],
			["observed", "/organization/concerns", "The channel for concerns is recorded with whether a name has to be given, where concerns go, a contact and how whoever reports is protected."],
		],
	},
	"other control": {
		"organization": {
			"concerns": {
				"channel": "The line of the ombudsman",
				"contact": "concerns@bank.example",
				"anonymous": "no",
				"protection": "Names stay with the ombudsman.",
			},
		},
		"input": {"evidence": [expectation.approved_record({"kind": "procedure", "controls": ["iso42001:A.8.3"]})]},
		"says": [
			["missing", "/evidence", "No evidence record for iso42001:A.3.3 holds the procedure for concerns about AI (kind: procedure, kind: policy)."],
			["observed", "/organization/concerns", "The channel for concerns is recorded with whether a name has to be given, where concerns go, a contact and how whoever reports is protected."],
		],
	},
	"without contact and protection": {
		"organization": {"concerns": {"channel": "The line of the ombudsman", "anonymous": "no"}},
		"input": {"evidence": [expectation.approved_record({"kind": "procedure", "controls": ["iso42001:A.3.3"]})]},
		"says": [
			["pending", "/organization/concerns", "The channel for concerns is recorded without a contact and how whoever reports is protected."],
			["observed", "/evidence/0", "\"Record of 2026\" is recorded as the procedure for concerns about AI, dated on 2026-03-10."],
		],
	},
	"without channel, anonymity unknown": {
		"organization": {"concerns": {"contact": "concerns@bank.example", "anonymous": "unknown", "protection": "Names stay with the ombudsman."}},
		"input": {"evidence": [expectation.approved_record({"kind": "procedure", "controls": ["iso42001:A.3.3"]})]},
		"says": [
			["pending", "/organization/concerns", "The channel for concerns is recorded without whether a name has to be given and where concerns go."],
			["observed", "/evidence/0", "\"Record of 2026\" is recorded as the procedure for concerns about AI, dated on 2026-03-10."],
		],
	},
	"blank": {
		"organization": {},
		"input": {},
		"says": [
			["missing", "/evidence", "No evidence record for iso42001:A.3.3 holds the procedure for concerns about AI (kind: procedure, kind: policy)."],
			["missing", "/organization/concerns", "The channel for concerns: nobody recorded whether a name has to be given, where concerns go, a contact and how whoever reports is protected."],
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
	every name in ["concern-procedure-max-age"] {
		every case in cases {
			not said(case, object.remove(expectation.params, [name]))
		}
	}
}
