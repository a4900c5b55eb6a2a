package aims.rules.required_roles_filled_test

import data.aims.lib.expectation_test as expectation
import data.aims.rules.required_roles_filled as rule

said(system) := verdict if {
	verdict := rule.verdict with input as expectation.about(system) with data.params as expectation.params
}

complete := {
	"roles": {
		"riskOwner": {"person": "Ada"},
		"impactOwner": {"person": "Ben"},
		"dataOwner": {"person": "Cleo"},
		"modelOwner": {"person": "Dev"},
		"securityOwner": {"person": "Eve"},
	},
}

test_passes_when_all_are_filled if {
	said(complete) == expectation.says({"observed": {
		expectation.item("/system/roles/dataOwner/person", "Cleo is recorded as the data owner."),
		expectation.item("/system/roles/impactOwner/person", "Ben is recorded as the owner of the impact assessment."),
		expectation.item("/system/roles/modelOwner/person", "Dev is recorded as the model owner."),
		expectation.item("/system/roles/riskOwner/person", "Ada is recorded as the risk owner."),
		expectation.item("/system/roles/securityOwner/person", "Eve is recorded as the security owner."),
	}})
}

test_missing_for_high_risk if {
	said(json.patch(complete, [{"op": "add", "path": "/risk", "value": {"tier": "high"}}])) == expectation.says({
		"missing": {expectation.item("/system/roles/complianceLead", "Nobody recorded who sees to it that the system meets what is demanded of it.")},
		"observed": {
			expectation.item("/system/roles/dataOwner/person", "Cleo is recorded as the data owner."),
			expectation.item("/system/roles/impactOwner/person", "Ben is recorded as the owner of the impact assessment."),
			expectation.item("/system/roles/modelOwner/person", "Dev is recorded as the model owner."),
			expectation.item("/system/roles/riskOwner/person", "Ada is recorded as the risk owner."),
			expectation.item("/system/roles/securityOwner/person", "Eve is recorded as the security owner."),
		},
	})
}

test_passes_for_high_risk if {
	said(json.patch(complete, [
		{"op": "add", "path": "/risk", "value": {"tier": "high"}},
		{"op": "add", "path": "/roles/complianceLead", "value": {"person": "Fay"}},
	])) == expectation.says({"observed": {
		expectation.item("/system/roles/complianceLead/person", "Fay is recorded as the compliance lead."),
		expectation.item("/system/roles/dataOwner/person", "Cleo is recorded as the data owner."),
		expectation.item("/system/roles/impactOwner/person", "Ben is recorded as the owner of the impact assessment."),
		expectation.item("/system/roles/modelOwner/person", "Dev is recorded as the model owner."),
		expectation.item("/system/roles/riskOwner/person", "Ada is recorded as the risk owner."),
		expectation.item("/system/roles/securityOwner/person", "Eve is recorded as the security owner."),
	}})
}

test_missing_for_suppliers if {
	said(json.patch(complete, [{"op": "add", "path": "/suppliers", "value": [{"name": "Quillon"}]}])) == expectation.says({
		"missing": {expectation.item("/system/roles/supplierOwner", "Nobody recorded who answers for what others supply.")},
		"observed": {
			expectation.item("/system/roles/dataOwner/person", "Cleo is recorded as the data owner."),
			expectation.item("/system/roles/impactOwner/person", "Ben is recorded as the owner of the impact assessment."),
			expectation.item("/system/roles/modelOwner/person", "Dev is recorded as the model owner."),
			expectation.item("/system/roles/riskOwner/person", "Ada is recorded as the risk owner."),
			expectation.item("/system/roles/securityOwner/person", "Eve is recorded as the security owner."),
		},
	})
}

test_passes_for_suppliers if {
	said(json.patch(complete, [
		{"op": "add", "path": "/acquisition", "value": "mixed"},
		{"op": "add", "path": "/roles/supplierOwner", "value": {"person": "Gus"}},
	])) == expectation.says({"observed": {
		expectation.item("/system/roles/dataOwner/person", "Cleo is recorded as the data owner."),
		expectation.item("/system/roles/impactOwner/person", "Ben is recorded as the owner of the impact assessment."),
		expectation.item("/system/roles/modelOwner/person", "Dev is recorded as the model owner."),
		expectation.item("/system/roles/riskOwner/person", "Ada is recorded as the risk owner."),
		expectation.item("/system/roles/securityOwner/person", "Eve is recorded as the security owner."),
		expectation.item("/system/roles/supplierOwner/person", "Gus is recorded as the owner of the supplier relationship."),
	}})
}

test_pending_when_appointed_later if {
	said(json.patch(complete, [
		{
			"op": "replace",
			"path": "/roles/riskOwner",
			"value": {"person": "Ada", "since": "2026-11-02"},
		},
	])) == expectation.says({
		"pending": {expectation.item("/system/roles/riskOwner/since", "Ada becomes the risk owner only on 2026-11-02, after 2026-11-01.")},
		"observed": {
			expectation.item("/system/roles/dataOwner/person", "Cleo is recorded as the data owner."),
			expectation.item("/system/roles/impactOwner/person", "Ben is recorded as the owner of the impact assessment."),
			expectation.item("/system/roles/modelOwner/person", "Dev is recorded as the model owner."),
			expectation.item("/system/roles/riskOwner/person", "Ada is recorded as the risk owner."),
			expectation.item("/system/roles/securityOwner/person", "Eve is recorded as the security owner."),
		},
	})
}

test_passes_on_the_day_of_the_appointment if {
	said(json.patch(complete, [
		{
			"op": "replace",
			"path": "/roles/riskOwner",
			"value": {"person": "Ada", "since": "2026-11-01"},
		},
	])) == expectation.says({"observed": {
		expectation.item("/system/roles/dataOwner/person", "Cleo is recorded as the data owner."),
		expectation.item("/system/roles/impactOwner/person", "Ben is recorded as the owner of the impact assessment."),
		expectation.item("/system/roles/modelOwner/person", "Dev is recorded as the model owner."),
		expectation.item("/system/roles/riskOwner/person", "Ada is recorded as the risk owner."),
		expectation.item("/system/roles/securityOwner/person", "Eve is recorded as the security owner."),
	}})
}

test_pending_when_only_a_unit_is_named if {
	said(json.patch(complete, [{"op": "replace", "path": "/roles/securityOwner", "value": {"unit": "Security"}}])) == expectation.says({
		"pending": {expectation.item("/system/roles/securityOwner/unit", "The security owner is recorded as the unit Security, but no person is named.")},
		"observed": {
			expectation.item("/system/roles/dataOwner/person", "Cleo is recorded as the data owner."),
			expectation.item("/system/roles/impactOwner/person", "Ben is recorded as the owner of the impact assessment."),
			expectation.item("/system/roles/modelOwner/person", "Dev is recorded as the model owner."),
			expectation.item("/system/roles/riskOwner/person", "Ada is recorded as the risk owner."),
		},
	})
}

test_does_not_apply_to_ideas if {
	said({"lifecycle": {"stage": "idea"}}) == expectation.outside({expectation.item("/system/lifecycle/stage", "The stage of the life cycle is idea; the rule concerns systems that are built or used.")})
}

test_missing_when_nothing_is_recorded if {
	said({}) == expectation.says({"missing": {
		expectation.item("/system/roles/dataOwner", "Nobody recorded who answers for the data of the system."),
		expectation.item("/system/roles/impactOwner", "Nobody recorded who answers for the impact assessment."),
		expectation.item("/system/roles/modelOwner", "Nobody recorded who answers for the models of the system."),
		expectation.item("/system/roles/riskOwner", "Nobody recorded who answers for the risks of the system."),
		expectation.item("/system/roles/securityOwner", "Nobody recorded who answers for the security of the system."),
	}})
}

test_does_not_apply_to_retired_systems if {
	said({"lifecycle": {"stage": "retired"}}) == expectation.outside({expectation.item("/system/lifecycle/stage", "The stage of the life cycle is retired; the rule concerns systems that are built or used.")})
}
