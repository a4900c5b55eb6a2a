package aims.rules.management_roles_filled_test

import data.aims.lib.expectation_test as expectation
import data.aims.rules.management_roles_filled as rule

said(case, params) := verdict if {
	verdict := rule.verdict with input as expectation.about_organization_with(case.organization, case.input)
		with data.params as params
}

# What the organization records, what else the input holds, and all that the rule says.
cases := {
	"all held": {
		"organization": {
			"roles": {
				"topManagement": {"person": "Henrike Solberg", "since": "2025"},
				"aimsManager": {"person": "Tomasz Wren", "since": "2025"},
				"riskOwner": {"person": "Adaeze Lindqvist", "since": "2025"},
				"impactAssessor": {"person": "Nadia Frost", "since": "2025"},
				"documentController": {"person": "Ida Roe", "since": "2025"},
				"internalAuditor": {"person": "Bo Lind", "since": "2025"},
			},
		},
		"input": {},
		"says": [
			["observed", "/organization/roles/aimsManager/person", "Tomasz Wren is recorded as AIMS manager."],
			["observed", "/organization/roles/documentController/person", "Ida Roe is recorded as document controller."],
			["observed", "/organization/roles/impactAssessor/person", "Nadia Frost is recorded as impact assessor."],
			["observed", "/organization/roles/internalAuditor/person", "Bo Lind is recorded as internal auditor."],
			["observed", "/organization/roles/riskOwner/person", "Adaeze Lindqvist is recorded as risk owner."],
			["observed", "/organization/roles/topManagement/person", "Henrike Solberg is recorded as top management."],
		],
	},
	"blank": {
		"organization": {},
		"input": {},
		"says": [
			["missing", "/organization/roles/aimsManager", "Nobody recorded who runs the AI management system."],
			["missing", "/organization/roles/documentController", "Nobody recorded who keeps the documents of the AI management system."],
			["missing", "/organization/roles/impactAssessor", "Nobody recorded who answers for impact assessments."],
			["missing", "/organization/roles/internalAuditor", "Nobody recorded who audits the AI management system from inside."],
			["missing", "/organization/roles/riskOwner", "Nobody recorded who answers for risks of AI."],
			["missing", "/organization/roles/topManagement", "Nobody recorded who answers for the AI management system at the top."],
		],
	},
	"one by a unit": {
		"organization": {
			"roles": {
				"topManagement": {"person": "Henrike Solberg", "since": "2025"},
				"aimsManager": {"person": "Tomasz Wren", "since": "2025"},
				"riskOwner": {"person": "Adaeze Lindqvist", "since": "2025"},
				"impactAssessor": {"person": "Nadia Frost", "since": "2025"},
				"documentController": {"person": "Ida Roe", "since": "2025"},
				"internalAuditor": {"unit": "Group Audit"},
			},
		},
		"input": {},
		"says": [
			["pending", "/organization/roles/internalAuditor/unit", "Internal auditor is recorded as the unit Group Audit, but no person is named."],
			["observed", "/organization/roles/aimsManager/person", "Tomasz Wren is recorded as AIMS manager."],
			["observed", "/organization/roles/documentController/person", "Ida Roe is recorded as document controller."],
			["observed", "/organization/roles/impactAssessor/person", "Nadia Frost is recorded as impact assessor."],
			["observed", "/organization/roles/riskOwner/person", "Adaeze Lindqvist is recorded as risk owner."],
			["observed", "/organization/roles/topManagement/person", "Henrike Solberg is recorded as top management."],
		],
	},
	"one vacant": {
		"organization": {
			"roles": {
				"topManagement": {"person": "Henrike Solberg", "since": "2025"},
				"aimsManager": {"person": "Tomasz Wren", "since": "2025"},
				"riskOwner": {"person": "Adaeze Lindqvist", "since": "2025"},
				"documentController": {"person": "Ida Roe", "since": "2025"},
				"internalAuditor": {"person": "Bo Lind", "since": "2025"},
			},
		},
		"input": {},
		"says": [
			["missing", "/organization/roles/impactAssessor", "Nobody recorded who answers for impact assessments."],
			["observed", "/organization/roles/aimsManager/person", "Tomasz Wren is recorded as AIMS manager."],
			["observed", "/organization/roles/documentController/person", "Ida Roe is recorded as document controller."],
			["observed", "/organization/roles/internalAuditor/person", "Bo Lind is recorded as internal auditor."],
			["observed", "/organization/roles/riskOwner/person", "Adaeze Lindqvist is recorded as risk owner."],
			["observed", "/organization/roles/topManagement/person", "Henrike Solberg is recorded as top management."],
		],
	},
	"from a later day": {
		"organization": {
			"roles": {
				"topManagement": {"person": "Henrike Solberg", "since": "2025"},
				"aimsManager": {"person": "Tomasz Wren", "since": "2025"},
				"riskOwner": {"person": "Adaeze Lindqvist", "since": "2026-12"},
				"impactAssessor": {"person": "Nadia Frost", "since": "2025"},
				"documentController": {"person": "Ida Roe", "since": "2025"},
				"internalAuditor": {"person": "Bo Lind", "since": "2025"},
			},
		},
		"input": {},
		"says": [
			["pending", "/organization/roles/riskOwner/since", "Adaeze Lindqvist becomes risk owner only in 2026-12, after 2026-11-01."],
			["observed", "/organization/roles/aimsManager/person", "Tomasz Wren is recorded as AIMS manager."],
			["observed", "/organization/roles/documentController/person", "Ida Roe is recorded as document controller."],
			["observed", "/organization/roles/impactAssessor/person", "Nadia Frost is recorded as impact assessor."],
			["observed", "/organization/roles/internalAuditor/person", "Bo Lind is recorded as internal auditor."],
			["observed", "/organization/roles/riskOwner/person", "Adaeze Lindqvist is recorded as risk owner."],
			["observed", "/organization/roles/topManagement/person", "Henrike Solberg is recorded as top management."],
		],
	},
	"one that is not required": {
		"organization": {
			"roles": {
				"topManagement": {"person": "Henrike Solberg", "since": "2025"},
				"aimsManager": {"person": "Tomasz Wren", "since": "2025"},
				"riskOwner": {"person": "Adaeze Lindqvist", "since": "2025"},
				"impactAssessor": {"person": "Nadia Frost", "since": "2025"},
				"documentController": {"person": "Ida Roe", "since": "2025"},
				"internalAuditor": {"person": "Bo Lind", "since": "2025"},
				"dataProtectionOfficer": {},
			},
		},
		"input": {},
		"says": [
			["observed", "/organization/roles/aimsManager/person", "Tomasz Wren is recorded as AIMS manager."],
			["observed", "/organization/roles/documentController/person", "Ida Roe is recorded as document controller."],
			["observed", "/organization/roles/impactAssessor/person", "Nadia Frost is recorded as impact assessor."],
			["observed", "/organization/roles/internalAuditor/person", "Bo Lind is recorded as internal auditor."],
			["observed", "/organization/roles/riskOwner/person", "Adaeze Lindqvist is recorded as risk owner."],
			["observed", "/organization/roles/topManagement/person", "Henrike Solberg is recorded as top management."],
		],
	},
}

test_says_what_it_finds if {
	every case in cases {
		said(case, expectation.params) == expectation.says_all(case.says)
	}
}
