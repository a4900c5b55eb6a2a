package aims.rules.documents_identified_test

import data.aims.lib.expectation_test as expectation
import data.aims.rules.documents_identified as rule

said(case, params) := verdict if {
	verdict := rule.verdict with input as expectation.about_organization_with(case.organization, case.input)
		with data.params as params
}

# What the organization records, what else the input holds, and all that the rule says.
cases := {
	"identified": {
		"organization": {},
		"input": {
			"evidence": [
				expectation.approved_record({
					"kind": "policy",
					"controls": ["x"],
					"version": "1",
					"author": "Ida Roe",
					"approver": "Board",
					"approvedOn": "2026-03-10",
				}),
				expectation.approved_record({"kind": "minutes", "controls": ["x"]}),
			],
		},
		"says": [["observed", "/evidence/0", "The document \"record-2026\" is recorded with the day of approval, an approver, an author, a title and a version."]],
	},
	"without title, version and author": {
		"organization": {},
		"input": {
			"evidence": [
				{
					"id": "record-2026",
					"path": "records/2026.md",
					"fileState": "matches",
					"state": "approved",
					"effectiveFrom": "2026-03-10",
					"kind": "procedure",
					"controls": ["x"],
					"approver": "Board",
					"approvedOn": "2026-03-10",
				},
			],
		},
		"says": [["pending", "/evidence/0", "The document \"record-2026\" is recorded without an author, a title and a version."]],
	},
	"without approver and day": {
		"organization": {},
		"input": {"evidence": [expectation.approved_record({"kind": "plan", "controls": ["x"], "version": "1", "author": "Ida Roe"})]},
		"says": [["pending", "/evidence/0", "The document \"record-2026\" is recorded without the day of approval and an approver."]],
	},
	"draft": {
		"organization": {},
		"input": {
			"evidence": [
				expectation.approved_record({
					"state": "draft",
					"kind": "specification",
					"controls": ["x"],
					"version": "1",
					"author": "Ida Roe",
					"approver": "Board",
					"approvedOn": "2026-03-10",
				}),
			],
		},
		"says": [
			["pending", "/evidence/0/state", "The state of the document \"record-2026\" is draft, not approved."],
			["observed", "/evidence/0", "The document \"record-2026\" is recorded with the day of approval, an approver, an author, a title and a version."],
		],
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
					"kind": "design",
					"controls": ["x"],
					"version": "1",
					"author": "Ida Roe",
					"approver": "Board",
					"approvedOn": "2026-03-10",
				},
			],
		},
		"says": [
			["pending", "/evidence/0/state", "The state of the document \"record-2026\" is blank, not approved."],
			["observed", "/evidence/0", "The document \"record-2026\" is recorded with the day of approval, an approver, an author, a title and a version."],
		],
	},
	"approved in the future": {
		"organization": {},
		"input": {
			"evidence": [
				expectation.approved_record({
					"kind": "instructions",
					"controls": ["x"],
					"version": "1",
					"author": "Ida Roe",
					"approver": "Board",
					"approvedOn": "2026-11-02",
				}),
			],
		},
		"says": [
			["violation", "/evidence/0/approvedOn", "The document \"record-2026\" is recorded as approved on 2026-11-02, which lies in the future of 2026-11-01."],
			["observed", "/evidence/0", "The document \"record-2026\" is recorded with the day of approval, an approver, an author, a title and a version."],
		],
	},
	"unreadable": {
		"organization": {},
		"input": {
			"evidence": [
				expectation.approved_record({
					"kind": "policy",
					"controls": ["x"],
					"version": "1",
					"author": "Ida Roe",
					"approver": "Board",
					"approvedOn": "soon",
				}),
			],
		},
		"says": [
			["missing", "/evidence/0/approvedOn", "The day on which the document \"record-2026\" was approved cannot be read: soon."],
			["observed", "/evidence/0", "The document \"record-2026\" is recorded with the day of approval, an approver, an author, a title and a version."],
		],
	},
	"another kind approved in the future": {
		"organization": {},
		"input": {
			"evidence": [
				expectation.approved_record({
					"kind": "policy",
					"controls": ["x"],
					"version": "1",
					"author": "Ida Roe",
					"approver": "Board",
					"approvedOn": "2026-03-10",
				}),
				expectation.approved_record({"id": "other-2026", "kind": "minutes", "controls": ["x"], "approvedOn": "2026-11-02"}),
			],
		},
		"says": [["observed", "/evidence/0", "The document \"record-2026\" is recorded with the day of approval, an approver, an author, a title and a version."]],
	},
	"superseded only": {
		"organization": {},
		"input": {"evidence": [expectation.approved_record({"state": "superseded", "kind": "policy", "controls": ["x"]})]},
		"says": [["missing", "/evidence", "Nobody recorded documents of the AI management system."]],
	},
	"rejected only": {
		"organization": {},
		"input": {"evidence": [expectation.approved_record({"state": "rejected", "kind": "policy", "controls": ["x"]})]},
		"says": [["missing", "/evidence", "Nobody recorded documents of the AI management system."]],
	},
	"other kinds only": {
		"organization": {},
		"input": {"evidence": [expectation.approved_record({"kind": "minutes", "controls": ["x"]})]},
		"says": [["missing", "/evidence", "Nobody recorded documents of the AI management system."]],
	},
	"blank": {
		"organization": {},
		"input": {},
		"says": [["missing", "/evidence", "Nobody recorded documents of the AI management system."]],
	},
}

test_says_what_it_finds if {
	every case in cases {
		said(case, expectation.params) == expectation.says_all(case.says)
	}
}
