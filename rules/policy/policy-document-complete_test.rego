package aims.rules.policy_document_complete_test

import data.aims.lib.expectation_test as expectation
import data.aims.rules.policy_document_complete as rule

said(case, params) := verdict if {
	verdict := rule.verdict with input as expectation.about_organization_with(case.organization, case.input)
		with data.params as params
}

# What the organization records, what else the input holds, and all that the rule says.
cases := {
	"complete, at the limit": {
		"organization": {},
		"input": {
			"evidence": [
				expectation.approved_record({
					"effectiveFrom": "2024-11-01",
					"kind": "policy",
					"controls": ["iso42001:A.2.2"],
					"version": "2.1",
					"approver": "Board",
					"sections": [
						"Purpose",
						"scope",
						"Principles",
						"Objectives",
						"Requirements",
						"Responsibilities",
						"Continual improvement",
						"Contact",
					],
				}),
			],
		},
		"says": [["observed", "/evidence/0", "\"Record of 2026\" is recorded as the AI policy, dated on 2024-11-01."]],
	},
	"too old": {
		"organization": {},
		"input": {
			"evidence": [
				expectation.approved_record({
					"effectiveFrom": "2024-10-31",
					"kind": "policy",
					"controls": ["iso42001:A.2.2"],
					"version": "2.1",
					"approver": "Board",
					"sections": [
						"Purpose",
						"scope",
						"Principles",
						"Objectives",
						"Requirements",
						"Responsibilities",
						"Continual improvement",
						"Contact",
					],
				}),
			],
		},
		"says": [["stale", "/evidence/0", "\"Record of 2026\" is 731 days old, dated on 2024-10-31; the limit is 730 days."]],
	},
	"without version": {
		"organization": {},
		"input": {
			"evidence": [
				expectation.approved_record({
					"kind": "policy",
					"controls": ["iso42001:A.2.2"],
					"approver": "Board",
					"sections": [
						"Purpose",
						"scope",
						"Principles",
						"Objectives",
						"Requirements",
						"Responsibilities",
						"Continual improvement",
						"Contact",
					],
				}),
			],
		},
		"says": [["pending", "/evidence/0", "\"Record of 2026\" is recorded without a version."]],
	},
	"without approver": {
		"organization": {},
		"input": {
			"evidence": [
				expectation.approved_record({
					"kind": "policy",
					"controls": ["iso42001:A.2.2"],
					"version": "2.1",
					"sections": [
						"Purpose",
						"scope",
						"Principles",
						"Objectives",
						"Requirements",
						"Responsibilities",
						"Continual improvement",
						"Contact",
					],
				}),
			],
		},
		"says": [["pending", "/evidence/0", "\"Record of 2026\" is recorded without an approver."]],
	},
	"no sections": {
		"organization": {},
		"input": {"evidence": [expectation.approved_record({"kind": "policy", "controls": ["iso42001:A.2.2"], "version": "2.1", "approver": "Board"})]},
		"says": [["pending", "/evidence/0", "\"Record of 2026\" has no section \"Purpose\" and no section \"Scope\" and no section \"Principles\" and no section \"Objectives\" and no section \"Requirements\" and no section \"Responsibilities\" and no section \"Continual improvement\"."]],
	},
	"a section lacks": {
		"organization": {},
		"input": {
			"evidence": [
				expectation.approved_record({
					"kind": "policy",
					"controls": ["iso42001:A.2.2"],
					"version": "2.1",
					"approver": "Board",
					"sections": [
						"scope",
						"Principles",
						"Objectives",
						"Requirements",
						"Responsibilities",
						"Continual improvement",
						"Contact",
					],
				}),
			],
		},
		"says": [["pending", "/evidence/0", "\"Record of 2026\" has no section \"Purpose\"."]],
	},
	"no date": {
		"organization": {},
		"input": {
			"evidence": [
				{
					"id": "record-2026",
					"title": "Record of 2026",
					"path": "records/2026.md",
					"fileState": "matches",
					"state": "approved",
					"kind": "policy",
					"controls": ["iso42001:A.2.2"],
					"version": "2.1",
					"approver": "Board",
					"sections": ["Purpose", "scope", "Principles", "Objectives", "Requirements", "Responsibilities", "Continual improvement", "Contact"],
				},
			],
		},
		"says": [["missing", "/evidence/0", "\"Record of 2026\" has no date, and its age has a limit."]],
	},
	"file changed": {
		"organization": {},
		"input": {
			"evidence": [
				expectation.approved_record({
					"fileState": "differs",
					"kind": "policy",
					"controls": ["iso42001:A.2.2"],
					"version": "2.1",
					"approver": "Board",
					"sections": [
						"Purpose",
						"scope",
						"Principles",
						"Objectives",
						"Requirements",
						"Responsibilities",
						"Continual improvement",
						"Contact",
					],
				}),
			],
		},
		"says": [["violation", "/evidence/0/sha256", "\"Record of 2026\" names a file whose content is not the one that was recorded."]],
	},
	"other kind": {
		"organization": {},
		"input": {
			"evidence": [
				expectation.approved_record({
					"kind": "plan",
					"controls": ["iso42001:A.2.2"],
					"version": "2.1",
					"approver": "Board",
					"sections": [
						"Purpose",
						"scope",
						"Principles",
						"Objectives",
						"Requirements",
						"Responsibilities",
						"Continual improvement",
						"Contact",
					],
				}),
			],
		},
		"says": [["missing", "/evidence", "No evidence record for iso42001:A.2.2 holds the AI policy (kind: policy)."]],
	},
	"other control": {
		"organization": {},
		"input": {
			"evidence": [
				expectation.approved_record({
					"kind": "policy",
					"controls": ["iso42001:A.2.3"],
					"version": "2.1",
					"approver": "Board",
					"sections": [
						"Purpose",
						"scope",
						"Principles",
						"Objectives",
						"Requirements",
						"Responsibilities",
						"Continual improvement",
						"Contact",
					],
				}),
			],
		},
		"says": [["missing", "/evidence", "No evidence record for iso42001:A.2.2 holds the AI policy (kind: policy)."]],
	},
	"blank": {
		"organization": {},
		"input": {},
		"says": [["missing", "/evidence", "No evidence record for iso42001:A.2.2 holds the AI policy (kind: policy)."]],
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
