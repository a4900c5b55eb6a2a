package aims.rules.owner_reachable_test

import data.aims.lib.expectation_test as expectation
import data.aims.rules.owner_reachable as rule

said(system) := verdict if {
	verdict := rule.verdict with input as expectation.about(system) with data.params as expectation.params
}

complete := {
	"roles": {
		"owner": {"person": "Ines Aguirre", "contact": "ines@bank.example"},
		"riskOwner": {"person": "Adaeze Lindqvist", "contact": "adaeze@bank.example"},
	},
}

test_passes_with_contacts if {
	said(complete) == expectation.says({"observed": {
		expectation.item("/system/roles/owner", "The owner is recorded with a contact and a person."),
		expectation.item("/system/roles/riskOwner", "The risk owner is recorded with a contact and a person."),
	}})
}

test_pending_without_a_contact if {
	said(json.patch(complete, [{"op": "remove", "path": "/roles/riskOwner/contact"}])) == expectation.says({
		"pending": {expectation.item("/system/roles/riskOwner", "The risk owner is recorded without a contact.")},
		"observed": {expectation.item("/system/roles/owner", "The owner is recorded with a contact and a person.")},
	})
}

test_pending_without_a_person if {
	said(json.patch(complete, [{"op": "remove", "path": "/roles/owner/person"}])) == expectation.says({
		"pending": {expectation.item("/system/roles/owner", "The owner is recorded without a person.")},
		"observed": {expectation.item("/system/roles/riskOwner", "The risk owner is recorded with a contact and a person.")},
	})
}

test_missing_without_a_risk_owner if {
	said(json.patch(complete, [{"op": "remove", "path": "/roles/riskOwner"}])) == expectation.says({
		"missing": {expectation.item("/system/roles/riskOwner", "The risk owner: nobody recorded a contact and a person.")},
		"observed": {expectation.item("/system/roles/owner", "The owner is recorded with a contact and a person.")},
	})
}

test_missing_when_nothing_is_recorded if {
	said({}) == expectation.says({"missing": {
		expectation.item("/system/roles/owner", "The owner: nobody recorded a contact and a person."),
		expectation.item("/system/roles/riskOwner", "The risk owner: nobody recorded a contact and a person."),
	}})
}

test_does_not_apply_to_retired_systems if {
	said({"lifecycle": {"stage": "retired"}}) == expectation.outside({expectation.retired})
}
