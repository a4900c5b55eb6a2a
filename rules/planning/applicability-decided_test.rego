package aims.rules.applicability_decided_test

import data.aims.lib.expectation_test as expectation
import data.aims.rules.applicability_decided as rule

said(case, params) := verdict if {
	verdict := rule.verdict with input as expectation.about_organization_with(case.organization, case.input)
		with data.params as params
}

# What the organization records, what else the input holds, and all that the rule says.
cases := {
	"blank": {
		"organization": {},
		"input": {},
		"says": [["missing", "/decisions", "Nobody decided whether 38 of the 38 controls of Annex A apply: iso42001:A.2.2, iso42001:A.2.3, iso42001:A.2.4, iso42001:A.3.2, iso42001:A.3.3, iso42001:A.4.2, iso42001:A.4.3, iso42001:A.4.4, iso42001:A.4.5, iso42001:A.4.6, iso42001:A.5.2, iso42001:A.5.3, iso42001:A.5.4, iso42001:A.5.5, iso42001:A.6.1.2, iso42001:A.6.1.3, iso42001:A.6.2.2, iso42001:A.6.2.3, iso42001:A.6.2.4, iso42001:A.6.2.5, iso42001:A.6.2.6, iso42001:A.6.2.7, iso42001:A.6.2.8, iso42001:A.7.2, iso42001:A.7.3, iso42001:A.7.4, iso42001:A.7.5, iso42001:A.7.6, iso42001:A.8.2, iso42001:A.8.3, iso42001:A.8.4, iso42001:A.8.5, iso42001:A.9.2, iso42001:A.9.3, iso42001:A.9.4, iso42001:A.10.2, iso42001:A.10.3 and iso42001:A.10.4."]],
	},
	"empty": {
		"organization": {},
		"input": {"decisions": []},
		"says": [["missing", "/decisions", "Nobody decided whether 38 of the 38 controls of Annex A apply: iso42001:A.2.2, iso42001:A.2.3, iso42001:A.2.4, iso42001:A.3.2, iso42001:A.3.3, iso42001:A.4.2, iso42001:A.4.3, iso42001:A.4.4, iso42001:A.4.5, iso42001:A.4.6, iso42001:A.5.2, iso42001:A.5.3, iso42001:A.5.4, iso42001:A.5.5, iso42001:A.6.1.2, iso42001:A.6.1.3, iso42001:A.6.2.2, iso42001:A.6.2.3, iso42001:A.6.2.4, iso42001:A.6.2.5, iso42001:A.6.2.6, iso42001:A.6.2.7, iso42001:A.6.2.8, iso42001:A.7.2, iso42001:A.7.3, iso42001:A.7.4, iso42001:A.7.5, iso42001:A.7.6, iso42001:A.8.2, iso42001:A.8.3, iso42001:A.8.4, iso42001:A.8.5, iso42001:A.9.2, iso42001:A.9.3, iso42001:A.9.4, iso42001:A.10.2, iso42001:A.10.3 and iso42001:A.10.4."]],
	},
	"one decided": {
		"organization": {},
		"input": {
			"decisions": [
				{
					"control": "iso42001:A.2.2",
					"applicable": "yes",
					"justification": "We make systems.",
					"decidedBy": "Board",
					"decidedOn": "2026-02-01",
				},
			],
		},
		"says": [
			["missing", "/decisions", "Nobody decided whether 37 of the 38 controls of Annex A apply: iso42001:A.2.3, iso42001:A.2.4, iso42001:A.3.2, iso42001:A.3.3, iso42001:A.4.2, iso42001:A.4.3, iso42001:A.4.4, iso42001:A.4.5, iso42001:A.4.6, iso42001:A.5.2, iso42001:A.5.3, iso42001:A.5.4, iso42001:A.5.5, iso42001:A.6.1.2, iso42001:A.6.1.3, iso42001:A.6.2.2, iso42001:A.6.2.3, iso42001:A.6.2.4, iso42001:A.6.2.5, iso42001:A.6.2.6, iso42001:A.6.2.7, iso42001:A.6.2.8, iso42001:A.7.2, iso42001:A.7.3, iso42001:A.7.4, iso42001:A.7.5, iso42001:A.7.6, iso42001:A.8.2, iso42001:A.8.3, iso42001:A.8.4, iso42001:A.8.5, iso42001:A.9.2, iso42001:A.9.3, iso42001:A.9.4, iso42001:A.10.2, iso42001:A.10.3 and iso42001:A.10.4."],
			["observed", "/decisions/0", "The decision on iso42001:A.2.2 is recorded with who decided, the day of the decision and a justification."],
		],
	},
	"another framework": {
		"organization": {},
		"input": {
			"decisions": [
				{
					"control": "iso27001:A.5.4",
					"applicable": "yes",
					"justification": "We make systems.",
					"decidedBy": "Board",
					"decidedOn": "2026-02-01",
				},
				{
					"control": "iso42001:A.10.4",
					"applicable": "no",
					"justification": "We make systems.",
					"decidedBy": "Board",
					"decidedOn": "2026-02-01",
				},
			],
		},
		"says": [
			["missing", "/decisions", "Nobody decided whether 37 of the 38 controls of Annex A apply: iso42001:A.2.2, iso42001:A.2.3, iso42001:A.2.4, iso42001:A.3.2, iso42001:A.3.3, iso42001:A.4.2, iso42001:A.4.3, iso42001:A.4.4, iso42001:A.4.5, iso42001:A.4.6, iso42001:A.5.2, iso42001:A.5.3, iso42001:A.5.4, iso42001:A.5.5, iso42001:A.6.1.2, iso42001:A.6.1.3, iso42001:A.6.2.2, iso42001:A.6.2.3, iso42001:A.6.2.4, iso42001:A.6.2.5, iso42001:A.6.2.6, iso42001:A.6.2.7, iso42001:A.6.2.8, iso42001:A.7.2, iso42001:A.7.3, iso42001:A.7.4, iso42001:A.7.5, iso42001:A.7.6, iso42001:A.8.2, iso42001:A.8.3, iso42001:A.8.4, iso42001:A.8.5, iso42001:A.9.2, iso42001:A.9.3, iso42001:A.9.4, iso42001:A.10.2 and iso42001:A.10.3."],
			["observed", "/decisions/1", "The decision on iso42001:A.10.4 is recorded with who decided, the day of the decision and a justification."],
		],
	},
	"not known whether": {
		"organization": {},
		"input": {
			"decisions": [
				{
					"control": "iso42001:A.2.2",
					"applicable": "unknown",
					"justification": "We make systems.",
					"decidedBy": "Board",
					"decidedOn": "2026-02-01",
				},
				{"control": "iso42001:A.2.3", "justification": "We make systems.", "decidedBy": "Board", "decidedOn": "2026-02-01"},
				{
					"control": "iso42001:A.2.4",
					"applicable": "yes",
					"justification": "We make systems.",
					"decidedBy": "Board",
					"decidedOn": "2026-02-01",
				},
			],
		},
		"says": [
			["missing", "/decisions", "Nobody decided whether 37 of the 38 controls of Annex A apply: iso42001:A.2.2, iso42001:A.2.3, iso42001:A.3.2, iso42001:A.3.3, iso42001:A.4.2, iso42001:A.4.3, iso42001:A.4.4, iso42001:A.4.5, iso42001:A.4.6, iso42001:A.5.2, iso42001:A.5.3, iso42001:A.5.4, iso42001:A.5.5, iso42001:A.6.1.2, iso42001:A.6.1.3, iso42001:A.6.2.2, iso42001:A.6.2.3, iso42001:A.6.2.4, iso42001:A.6.2.5, iso42001:A.6.2.6, iso42001:A.6.2.7, iso42001:A.6.2.8, iso42001:A.7.2, iso42001:A.7.3, iso42001:A.7.4, iso42001:A.7.5, iso42001:A.7.6, iso42001:A.8.2, iso42001:A.8.3, iso42001:A.8.4, iso42001:A.8.5, iso42001:A.9.2, iso42001:A.9.3, iso42001:A.9.4, iso42001:A.10.2, iso42001:A.10.3 and iso42001:A.10.4."],
			["observed", "/decisions/2", "The decision on iso42001:A.2.4 is recorded with who decided, the day of the decision and a justification."],
		],
	},
	"without justification": {
		"organization": {},
		"input": {"decisions": [{"control": "iso42001:A.2.2", "applicable": "yes", "decidedBy": "Board", "decidedOn": "2026-02-01"}]},
		"says": [
			["missing", "/decisions", "Nobody decided whether 37 of the 38 controls of Annex A apply: iso42001:A.2.3, iso42001:A.2.4, iso42001:A.3.2, iso42001:A.3.3, iso42001:A.4.2, iso42001:A.4.3, iso42001:A.4.4, iso42001:A.4.5, iso42001:A.4.6, iso42001:A.5.2, iso42001:A.5.3, iso42001:A.5.4, iso42001:A.5.5, iso42001:A.6.1.2, iso42001:A.6.1.3, iso42001:A.6.2.2, iso42001:A.6.2.3, iso42001:A.6.2.4, iso42001:A.6.2.5, iso42001:A.6.2.6, iso42001:A.6.2.7, iso42001:A.6.2.8, iso42001:A.7.2, iso42001:A.7.3, iso42001:A.7.4, iso42001:A.7.5, iso42001:A.7.6, iso42001:A.8.2, iso42001:A.8.3, iso42001:A.8.4, iso42001:A.8.5, iso42001:A.9.2, iso42001:A.9.3, iso42001:A.9.4, iso42001:A.10.2, iso42001:A.10.3 and iso42001:A.10.4."],
			["pending", "/decisions/0", "The decision on iso42001:A.2.2 is recorded without a justification."],
		],
	},
	"without who and when": {
		"organization": {},
		"input": {"decisions": [{"control": "iso42001:A.2.2", "applicable": "yes", "justification": "We make systems."}]},
		"says": [
			["missing", "/decisions", "Nobody decided whether 37 of the 38 controls of Annex A apply: iso42001:A.2.3, iso42001:A.2.4, iso42001:A.3.2, iso42001:A.3.3, iso42001:A.4.2, iso42001:A.4.3, iso42001:A.4.4, iso42001:A.4.5, iso42001:A.4.6, iso42001:A.5.2, iso42001:A.5.3, iso42001:A.5.4, iso42001:A.5.5, iso42001:A.6.1.2, iso42001:A.6.1.3, iso42001:A.6.2.2, iso42001:A.6.2.3, iso42001:A.6.2.4, iso42001:A.6.2.5, iso42001:A.6.2.6, iso42001:A.6.2.7, iso42001:A.6.2.8, iso42001:A.7.2, iso42001:A.7.3, iso42001:A.7.4, iso42001:A.7.5, iso42001:A.7.6, iso42001:A.8.2, iso42001:A.8.3, iso42001:A.8.4, iso42001:A.8.5, iso42001:A.9.2, iso42001:A.9.3, iso42001:A.9.4, iso42001:A.10.2, iso42001:A.10.3 and iso42001:A.10.4."],
			["pending", "/decisions/0", "The decision on iso42001:A.2.2 is recorded without who decided and the day of the decision."],
		],
	},
	"in the future": {
		"organization": {},
		"input": {
			"decisions": [
				{
					"control": "iso42001:A.2.2",
					"applicable": "yes",
					"justification": "We make systems.",
					"decidedBy": "Board",
					"decidedOn": "2026-11-02",
				},
			],
		},
		"says": [
			["violation", "/decisions/0/decidedOn", "iso42001:A.2.2 is recorded as decided on 2026-11-02, which lies in the future of 2026-11-01."],
			["missing", "/decisions", "Nobody decided whether 37 of the 38 controls of Annex A apply: iso42001:A.2.3, iso42001:A.2.4, iso42001:A.3.2, iso42001:A.3.3, iso42001:A.4.2, iso42001:A.4.3, iso42001:A.4.4, iso42001:A.4.5, iso42001:A.4.6, iso42001:A.5.2, iso42001:A.5.3, iso42001:A.5.4, iso42001:A.5.5, iso42001:A.6.1.2, iso42001:A.6.1.3, iso42001:A.6.2.2, iso42001:A.6.2.3, iso42001:A.6.2.4, iso42001:A.6.2.5, iso42001:A.6.2.6, iso42001:A.6.2.7, iso42001:A.6.2.8, iso42001:A.7.2, iso42001:A.7.3, iso42001:A.7.4, iso42001:A.7.5, iso42001:A.7.6, iso42001:A.8.2, iso42001:A.8.3, iso42001:A.8.4, iso42001:A.8.5, iso42001:A.9.2, iso42001:A.9.3, iso42001:A.9.4, iso42001:A.10.2, iso42001:A.10.3 and iso42001:A.10.4."],
			["observed", "/decisions/0", "The decision on iso42001:A.2.2 is recorded with who decided, the day of the decision and a justification."],
		],
	},
}

test_says_what_it_finds if {
	every case in cases {
		said(case, expectation.params) == expectation.says_all(case.says)
	}
}

# All that is left to say is which decisions there are.
test_is_satisfied_when_every_control_is_decided if {
	decisions := [{
		"control": control,
		"applicable": "no",
		"justification": "We make no systems.",
		"decidedBy": "Board",
		"decidedOn": "2026-11-01",
	} |
		some control in data.reference.iso42001.annexA
	]
	verdict := said({"organization": {}, "input": {"decisions": decisions}}, expectation.params)
	verdict == {"applicable": true, "observed": {item |
		some number, control in data.reference.iso42001.annexA
		item := expectation.item(sprintf("/decisions/%d", [number]), sprintf(
			"The decision on %s is recorded with who decided, the day of the decision and a justification.",
			[control],
		))
	}}
	count(verdict.observed) == 38

	all_but_one := said({"organization": {}, "input": {"decisions": array.slice(decisions, 1, 38)}}, expectation.params)
	all_but_one.missing == {expectation.item("/decisions", sprintf(
		"Nobody decided whether 1 of the 38 controls of Annex A apply: %s.",
		[data.reference.iso42001.annexA[0]],
	))}
}
