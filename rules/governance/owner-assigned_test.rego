package aims.rules.owner_assigned_test

import data.aims.lib.expectation_test as expectation
import data.aims.rules.owner_assigned as rule

said(system) := verdict if {
	verdict := rule.verdict with input as expectation.about(system) with data.params as expectation.params
}

said_of(owner) := said({"lifecycle": {"stage": "deployed"}, "roles": {"owner": owner}})

nobody := expectation.says({"missing": {{"message": "Nobody recorded who owns the system.", "at": "/system/roles/owner"}}})

test_passes_when_a_person_is_named if {
	said_of({"person": "Ines Aguirre", "unit": "Retail Credit", "contact": "ines@example.com"}) == expectation.says({"observed": {{
		"message": "Ines Aguirre is recorded as the owner.",
		"at": "/system/roles/owner/person",
	}}})
}

test_passes_when_the_person_was_appointed_before if {
	every since in ["2026-11-01", "2026-11", "2026", "2019"] {
		said_of({"person": "Ines Aguirre", "since": since}) == expectation.says({"observed": {{
			"message": "Ines Aguirre is recorded as the owner.",
			"at": "/system/roles/owner/person",
		}}})
	}
}

test_fails_when_nobody_is_named if {
	said({"lifecycle": {"stage": "deployed"}}) == nobody
	said({"lifecycle": {"stage": "deployed"}, "roles": {"riskOwner": {"person": "Ines Aguirre"}}}) == nobody
}

test_missing_when_blank if {
	said({}) == nobody
	said_of({}) == nobody
	said_of({"since": "2026-01"}) == nobody
}

test_pending_when_only_a_unit_or_a_contact_is_named if {
	said_of({"unit": "Retail Credit"}) == expectation.says({"pending": {{
		"message": "The owner is recorded as the unit Retail Credit, but no person is named.",
		"at": "/system/roles/owner/unit",
	}}})
	said_of({"unit": "Retail Credit", "contact": "credit@example.com"}) == expectation.says({"pending": {
		{
			"message": "The owner is recorded as the unit Retail Credit, but no person is named.",
			"at": "/system/roles/owner/unit",
		},
		{
			"message": "The owner can be reached at credit@example.com, but no person is named.",
			"at": "/system/roles/owner/contact",
		},
	}})
}

test_pending_when_the_person_is_appointed_for_later if {
	said_of({"person": "Ines Aguirre", "since": "2026-12"}) == expectation.says({
		"pending": {{
			"message": "Ines Aguirre becomes the owner only in 2026-12, after 2026-11-01.",
			"at": "/system/roles/owner/since",
		}},
		"observed": {{
			"message": "Ines Aguirre is recorded as the owner.",
			"at": "/system/roles/owner/person",
		}},
	})
}

test_does_not_apply_to_retired_systems if {
	said({"lifecycle": {"stage": "retired"}}) == expectation.outside({expectation.retired})
}

test_applies_to_every_other_stage if {
	every stage in ["idea", "development", "pilot", "deployed", "unknown"] {
		said({"lifecycle": {"stage": stage}}) == nobody
	}
}
