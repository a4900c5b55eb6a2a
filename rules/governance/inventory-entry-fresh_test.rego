package aims.rules.inventory_entry_fresh_test

import data.aims.lib.expectation_test as expectation
import data.aims.rules.inventory_entry_fresh as rule

said(system) := verdict if {
	verdict := rule.verdict with input as expectation.about(system) with data.params as expectation.params
}

said_of(inventory) := said({"lifecycle": {"stage": "deployed"}, "inventory": inventory})

never_reviewed := expectation.says({"missing": {{
	"message": "Nobody recorded a review of the inventory entry.",
	"at": "/system/inventory/reviewedOn",
}}})

test_passes_when_reviewed_within_the_limit if {
	said_of({"reviewedOn": "2026-08-03", "reviewedBy": "Ines Aguirre"}) == expectation.says({"observed": {{
		"message": "The inventory entry was reviewed on 2026-08-03, 90 days before 2026-11-01, within the limit of 90 days.",
		"at": "/system/inventory/reviewedOn",
	}}})
}

test_passes_on_the_day_itself if {
	said_of({"reviewedOn": "2026-11-01"}) == expectation.says({"observed": {{
		"message": "The inventory entry was reviewed on 2026-11-01, 0 days before 2026-11-01, within the limit of 90 days.",
		"at": "/system/inventory/reviewedOn",
	}}})
}

test_passes_in_a_month_all_of_whose_days_are_recent if {
	said_of({"reviewedOn": "2026-09"}) == expectation.says({"observed": {{
		"message": "The inventory entry was reviewed in 2026-09, up to 61 days before 2026-11-01, within the limit of 90 days.",
		"at": "/system/inventory/reviewedOn",
	}}})
}

test_fails_when_dated_in_the_future if {
	said_of({"reviewedOn": "2026-11-02"}) == expectation.says({"violation": {{
		"message": "The inventory entry is recorded as reviewed on 2026-11-02, which lies in the future of 2026-11-01.",
		"at": "/system/inventory/reviewedOn",
	}}})
}

test_stale_when_reviewed_too_long_ago if {
	said_of({"reviewedOn": "2026-08-02"}) == expectation.says({"stale": {{
		"message": "The inventory entry was last reviewed on 2026-08-02, 91 days before 2026-11-01; the limit is 90 days.",
		"at": "/system/inventory/reviewedOn",
	}}})
}

test_stale_when_the_year_alone_does_not_prove_it_fresh if {
	said_of({"reviewedOn": "2026"}) == expectation.says({"stale": {{
		"message": "The inventory entry was last reviewed in 2026, up to 304 days before 2026-11-01; the limit is 90 days.",
		"at": "/system/inventory/reviewedOn",
	}}})
}

test_missing_when_blank if {
	said({"lifecycle": {"stage": "deployed"}}) == never_reviewed
	said_of({}) == never_reviewed
	said({}) == never_reviewed
}

test_missing_when_the_date_cannot_be_read if {
	said_of({"reviewedOn": "2026-02-30", "reviewedBy": "Ines Aguirre"}) == expectation.says({"missing": {{
		"message": "The date of the last review cannot be read: 2026-02-30.",
		"at": "/system/inventory/reviewedOn",
	}}})
}

test_pending_when_a_reviewer_is_named_without_a_date if {
	said_of({"reviewedBy": "Ines Aguirre"}) == expectation.says({"pending": {{
		"message": "Ines Aguirre is named as reviewer of the inventory entry, but no date is recorded.",
		"at": "/system/inventory/reviewedBy",
	}}})
}

test_does_not_apply_to_retired_systems if {
	said({"lifecycle": {"stage": "retired"}}) == expectation.outside({expectation.retired})
}

test_the_limit_is_the_parameter if {
	words := rule.verdict.stale with input as expectation.about({"inventory": {"reviewedOn": "2026-10-30"}})
		with data.params as {"inventory-review-max-age": 1}
	words == {{
		"message": "The inventory entry was last reviewed on 2026-10-30, 2 days before 2026-11-01; the limit is 1 day.",
		"at": "/system/inventory/reviewedOn",
	}}
}
