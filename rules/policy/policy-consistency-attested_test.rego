package aims.rules.policy_consistency_attested_test

import data.aims.lib.expectation_test as expectation
import data.aims.rules.policy_consistency_attested as rule

said(case, params) := verdict if {
	verdict := rule.verdict with input as expectation.about_organization_with(case.organization, case.input)
		with data.params as params
}

# What the organization records, what else the input holds, and all that the rule says.
cases := {
	"conforms": {
		"organization": {},
		"input": {
			"evidence": [
				expectation.approved_record({
					"kind": "attestation",
					"controls": ["iso42001:A.2.3"],
					"attestation": {
						"by": "Nadia Frost",
						"on": "2026-05-04",
						"examined": ["talk with the board"],
						"found": "The board knows its part.",
						"outcome": "conforms",
					},
				}),
			],
		},
		"says": [["observed", "/evidence/0", "Nadia Frost looked at the consistency of the AI policy with the other policies and found that it conforms: The board knows its part."]],
	},
	"at the limit": {
		"organization": {},
		"input": {
			"evidence": [
				expectation.approved_record({
					"kind": "attestation",
					"controls": ["iso42001:A.2.3"],
					"attestation": {
						"by": "Nadia Frost",
						"on": "2025-11-01",
						"examined": ["talk with the board"],
						"found": "The board knows its part.",
						"outcome": "conforms",
					},
				}),
			],
		},
		"says": [["observed", "/evidence/0", "Nadia Frost looked at the consistency of the AI policy with the other policies and found that it conforms: The board knows its part."]],
	},
	"too old": {
		"organization": {},
		"input": {
			"evidence": [
				expectation.approved_record({
					"kind": "attestation",
					"controls": ["iso42001:A.2.3"],
					"attestation": {
						"by": "Nadia Frost",
						"on": "2025-10-31",
						"examined": ["talk with the board"],
						"found": "The board knows its part.",
						"outcome": "conforms",
					},
				}),
			],
		},
		"says": [["stale", "/evidence/0/attestation/on", "Somebody last looked at the consistency of the AI policy with the other policies on 2025-10-31, 366 days before 2026-11-01; the limit is 365 days."]],
	},
	"does not conform": {
		"organization": {},
		"input": {
			"evidence": [
				expectation.approved_record({
					"kind": "attestation",
					"controls": ["iso42001:A.2.3"],
					"attestation": {
						"by": "Nadia Frost",
						"on": "2026-05-04",
						"examined": ["talk with the board"],
						"found": "The board knows its part.",
						"outcome": "does-not-conform",
					},
				}),
			],
		},
		"says": [["violation", "/evidence/0/attestation/outcome", "Nadia Frost looked at the consistency of the AI policy with the other policies and found that it does not conform: The board knows its part."]],
	},
	"conforms in part": {
		"organization": {},
		"input": {
			"evidence": [
				expectation.approved_record({
					"kind": "attestation",
					"controls": ["iso42001:A.2.3"],
					"attestation": {
						"by": "Nadia Frost",
						"on": "2026-05-04",
						"examined": ["talk with the board"],
						"found": "The board knows its part.",
						"outcome": "partly",
					},
				}),
			],
		},
		"says": [["pending", "/evidence/0/attestation/outcome", "Nadia Frost looked at the consistency of the AI policy with the other policies and found that it conforms in part: The board knows its part."]],
	},
	"other control": {
		"organization": {},
		"input": {
			"evidence": [
				expectation.approved_record({
					"kind": "attestation",
					"controls": ["iso42001:5.2"],
					"attestation": {
						"by": "Nadia Frost",
						"on": "2026-05-04",
						"examined": ["talk with the board"],
						"found": "The board knows its part.",
						"outcome": "conforms",
					},
				}),
			],
		},
		"says": [["missing", "/evidence", "Nobody attested to the consistency of the AI policy with the other policies: only a person can judge it, and no evidence record of kind attestation speaks for iso42001:A.2.3."]],
	},
	"blank": {
		"organization": {},
		"input": {},
		"says": [["missing", "/evidence", "Nobody attested to the consistency of the AI policy with the other policies: only a person can judge it, and no evidence record of kind attestation speaks for iso42001:A.2.3."]],
	},
}

test_says_what_it_finds if {
	every case in cases {
		said(case, expectation.params) == expectation.says_all(case.says)
	}
}

# Without one of its parameters a rule says nothing, which is an error.
test_needs_its_parameters if {
	every name in ["policy-consistency-max-age"] {
		every case in cases {
			not said(case, object.remove(expectation.params, [name]))
		}
	}
}
