package aims.rules.documents_versioned_test

import data.aims.lib.expectation_test as expectation
import data.aims.rules.documents_versioned as rule

said(case, params) := verdict if {
	verdict := rule.verdict with input as expectation.about_organization_with(case.organization, case.input)
		with data.params as params
}

# What the organization records, what else the input holds, and all that the rule says.
cases := {
	"both": {
		"organization": {"documentControl": {"versioned": "yes", "historyProtected": "yes"}},
		"input": {},
		"says": [
			["observed", "/organization/documentControl/historyProtected", "The history of documents cannot be rewritten."],
			["observed", "/organization/documentControl/versioned", "Documents are under version control."],
		],
	},
	"neither": {
		"organization": {"documentControl": {"versioned": "no", "historyProtected": "no"}},
		"input": {},
		"says": [
			["violation", "/organization/documentControl/historyProtected", "The history of documents can be rewritten."],
			["violation", "/organization/documentControl/versioned", "Documents are not under version control."],
		],
	},
	"unknown": {
		"organization": {"documentControl": {"versioned": "unknown", "historyProtected": "unknown"}},
		"input": {},
		"says": [
			["missing", "/organization/documentControl/historyProtected", "Whether the history of documents is protected is recorded as unknown."],
			["missing", "/organization/documentControl/versioned", "Whether documents are under version control is recorded as unknown."],
		],
	},
	"one": {
		"organization": {"documentControl": {"versioned": "yes"}},
		"input": {},
		"says": [
			["missing", "/organization/documentControl/historyProtected", "Nobody recorded whether the history of documents is protected."],
			["observed", "/organization/documentControl/versioned", "Documents are under version control."],
		],
	},
	"blank": {
		"organization": {},
		"input": {},
		"says": [
			["missing", "/organization/documentControl/historyProtected", "Nobody recorded whether the history of documents is protected."],
			["missing", "/organization/documentControl/versioned", "Nobody recorded whether documents are under version control."],
		],
	},
}

test_says_what_it_finds if {
	every case in cases {
		said(case, expectation.params) == expectation.says_all(case.says)
	}
}
