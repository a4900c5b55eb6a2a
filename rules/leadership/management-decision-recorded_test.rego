package aims.rules.management_decision_recorded_test

import data.aims.lib.expectation_test as expectation
import data.aims.rules.management_decision_recorded as rule

said(case, params) := verdict if {
	verdict := rule.verdict with input as expectation.about_organization_with(case.organization, case.input)
		with data.params as params
}

# What the organization records, what else the input holds, and all that the rule says.
cases := {
	"minutes at the limit": {
		"organization": {},
		"input": {"evidence": [expectation.approved_record({"effectiveFrom": "2025-11-01", "kind": "minutes", "controls": ["iso42001:5.1"]})]},
		"says": [["observed", "/evidence/0", "\"Record of 2026\" is recorded as a decision of top management about the AI management system, dated on 2025-11-01."]],
	},
	"approval": {
		"organization": {},
		"input": {"evidence": [expectation.approved_record({"kind": "approval", "controls": ["iso42001:5.1"]})]},
		"says": [["observed", "/evidence/0", "\"Record of 2026\" is recorded as a decision of top management about the AI management system, dated on 2026-03-10."]],
	},
	"too old": {
		"organization": {},
		"input": {"evidence": [expectation.approved_record({"effectiveFrom": "2025-10-31", "kind": "minutes", "controls": ["iso42001:5.1"]})]},
		"says": [["stale", "/evidence/0", "\"Record of 2026\" is 366 days old, dated on 2025-10-31; the limit is 365 days."]],
	},
	"other kind": {
		"organization": {},
		"input": {"evidence": [expectation.approved_record({"kind": "report", "controls": ["iso42001:5.1"]})]},
		"says": [["missing", "/evidence", "No evidence record for iso42001:5.1 holds a decision of top management about the AI management system (kind: minutes, kind: approval)."]],
	},
	"other control": {
		"organization": {},
		"input": {"evidence": [expectation.approved_record({"kind": "minutes", "controls": ["iso42001:5.2"]})]},
		"says": [["missing", "/evidence", "No evidence record for iso42001:5.1 holds a decision of top management about the AI management system (kind: minutes, kind: approval)."]],
	},
	"draft": {
		"organization": {},
		"input": {"evidence": [expectation.approved_record({"state": "draft", "kind": "minutes", "controls": ["iso42001:5.1"]})]},
		"says": [["pending", "/evidence/0/state", "\"Record of 2026\" is a draft."]],
	},
	"without a state": {
		"organization": {},
		"input": {
			"evidence": [
				{
					"id": "record-2026",
					"title": "Record of 2026",
					"path": "records/2026.md",
					"fileState": "matches",
					"effectiveFrom": "2026-03-10",
					"kind": "minutes",
					"controls": ["iso42001:5.1"],
				},
			],
		},
		"says": [["pending", "/evidence/0", "\"Record of 2026\" has no state, such as approved."]],
	},
	"file missing": {
		"organization": {},
		"input": {"evidence": [expectation.approved_record({"fileState": "missing", "kind": "minutes", "controls": ["iso42001:5.1"]})]},
		"says": [["violation", "/evidence/0/path", "\"Record of 2026\" names a file that is not there."]],
	},
	"blank": {
		"organization": {},
		"input": {},
		"says": [["missing", "/evidence", "No evidence record for iso42001:5.1 holds a decision of top management about the AI management system (kind: minutes, kind: approval)."]],
	},
}

test_says_what_it_finds if {
	every case in cases {
		said(case, expectation.params) == expectation.says_all(case.says)
	}
}

# Without one of its parameters a rule says nothing, which is an error.
test_needs_its_parameters if {
	every name in ["management-decision-max-age"] {
		every case in cases {
			not said(case, object.remove(expectation.params, [name]))
		}
	}
}
