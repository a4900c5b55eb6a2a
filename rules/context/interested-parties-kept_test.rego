package aims.rules.interested_parties_kept_test

import data.aims.lib.expectation_test as expectation
import data.aims.rules.interested_parties_kept as rule

said(case, params) := verdict if {
	verdict := rule.verdict with input as expectation.about_organization_with(case.organization, case.input)
		with data.params as params
}

# What the organization records, what else the input holds, and all that the rule says.
cases := {
	"complete, reviewed at the limit": {
		"organization": {
			"interestedParties": {
				"owner": "Tomasz Wren",
				"reviewedOn": "2025-11-01",
				"reviewedBy": "Tomasz Wren",
				"parties": [{"name": "Applicants", "requirements": ["reasons for a refusal"], "adopted": "yes"}],
			},
		},
		"input": {},
		"says": [
			["observed", "/organization/interestedParties/owner", "Tomasz Wren owns the register of interested parties."],
			["observed", "/organization/interestedParties/parties/0", "The party \"Applicants\" is recorded with a decision what is taken on and its requirements."],
			["observed", "/organization/interestedParties/reviewedOn", "The register of interested parties was reviewed on 2025-11-01, 365 days before 2026-11-01, within the limit of 365 days."],
		],
	},
	"older than the limit": {
		"organization": {
			"interestedParties": {
				"owner": "Tomasz Wren",
				"reviewedOn": "2025-10-31",
				"reviewedBy": "Tomasz Wren",
				"parties": [{"name": "Applicants", "requirements": ["reasons for a refusal"], "adopted": "yes"}],
			},
		},
		"input": {},
		"says": [
			["stale", "/organization/interestedParties/reviewedOn", "The register of interested parties was last reviewed on 2025-10-31, 366 days before 2026-11-01; the limit is 365 days."],
			["observed", "/organization/interestedParties/owner", "Tomasz Wren owns the register of interested parties."],
			["observed", "/organization/interestedParties/parties/0", "The party \"Applicants\" is recorded with a decision what is taken on and its requirements."],
		],
	},
	"blank": {
		"organization": {},
		"input": {},
		"says": [
			["missing", "/organization/interestedParties/owner", "Nobody recorded who owns the register of interested parties."],
			["missing", "/organization/interestedParties/parties", "Nobody recorded the interested parties."],
			["missing", "/organization/interestedParties/reviewedOn", "Nobody recorded a review of the register of interested parties."],
		],
	},
	"blank register": {
		"organization": {"interestedParties": {}},
		"input": {},
		"says": [
			["missing", "/organization/interestedParties/owner", "Nobody recorded who owns the register of interested parties."],
			["missing", "/organization/interestedParties/parties", "Nobody recorded the interested parties."],
			["missing", "/organization/interestedParties/reviewedOn", "Nobody recorded a review of the register of interested parties."],
		],
	},
	"no party": {
		"organization": {"interestedParties": {"owner": "Tomasz Wren", "reviewedOn": "2025-11-01", "reviewedBy": "Tomasz Wren", "parties": []}},
		"input": {},
		"says": [
			["violation", "/organization/interestedParties/parties", "The list of the interested parties is recorded as empty."],
			["observed", "/organization/interestedParties/owner", "Tomasz Wren owns the register of interested parties."],
			["observed", "/organization/interestedParties/reviewedOn", "The register of interested parties was reviewed on 2025-11-01, 365 days before 2026-11-01, within the limit of 365 days."],
		],
	},
	"party without a decision": {
		"organization": {
			"interestedParties": {
				"owner": "Tomasz Wren",
				"reviewedOn": "2025-11-01",
				"reviewedBy": "Tomasz Wren",
				"parties": [
					{"name": "Applicants", "requirements": ["reasons for a refusal"], "adopted": "yes"},
					{"name": "Regulator", "requirements": ["a register"], "adopted": "unknown"},
					{"name": "Staff"},
				],
			},
		},
		"input": {},
		"says": [
			["pending", "/organization/interestedParties/parties/1", "The party \"Regulator\" is recorded without a decision what is taken on."],
			["pending", "/organization/interestedParties/parties/2", "The party \"Staff\" is recorded without a decision what is taken on and its requirements."],
			["observed", "/organization/interestedParties/owner", "Tomasz Wren owns the register of interested parties."],
			["observed", "/organization/interestedParties/parties/0", "The party \"Applicants\" is recorded with a decision what is taken on and its requirements."],
			["observed", "/organization/interestedParties/reviewedOn", "The register of interested parties was reviewed on 2025-11-01, 365 days before 2026-11-01, within the limit of 365 days."],
		],
	},
	"no owner": {
		"organization": {
			"interestedParties": {
				"reviewedOn": "2025-11-01",
				"reviewedBy": "Tomasz Wren",
				"parties": [{"name": "Applicants", "requirements": ["reasons for a refusal"], "adopted": "yes"}],
			},
		},
		"input": {},
		"says": [
			["missing", "/organization/interestedParties/owner", "Nobody recorded who owns the register of interested parties."],
			["observed", "/organization/interestedParties/parties/0", "The party \"Applicants\" is recorded with a decision what is taken on and its requirements."],
			["observed", "/organization/interestedParties/reviewedOn", "The register of interested parties was reviewed on 2025-11-01, 365 days before 2026-11-01, within the limit of 365 days."],
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
	every name in ["interested-parties-review-max-age"] {
		every case in cases {
			not said(case, object.remove(expectation.params, [name]))
		}
	}
}
