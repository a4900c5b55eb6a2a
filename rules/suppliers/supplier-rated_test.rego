package aims.rules.supplier_rated_test

import data.aims.lib.expectation_test as expectation
import data.aims.rules.supplier_rated as rule

said(system) := verdict if {
	verdict := rule.verdict with input as expectation.about(system) with data.params as expectation.params
}

concerned := {"lifecycle": {"stage": "deployed"}, "acquisition": "purchased"}

said_of(recorded) := said(object.union(concerned, recorded))

test_passes_when_rated if {
	said_of({"suppliers": [{"name": "Halden Voice", "rating": "medium", "assessment": {"completedOn": "2026-02-01"}}]}) == expectation.says({"observed": {expectation.item(
		"/system/suppliers/0",
		"The supplier \"Halden Voice\" is recorded with the day of an assessment and a rating.",
	)}})
}

test_fails_when_a_purchased_system_has_no_supplier if {
	said_of({"suppliers": []}) == expectation.says({"violation": {expectation.item(
		"/system/suppliers",
		"The list of the suppliers is recorded as empty.",
	)}})
}

test_pending_when_one_is_blank if {
	said_of({"suppliers": [{"name": "Halden Voice", "rating": "unknown", "assessment": {"completedOn": "2026-02-01"}}, {"name": "Bureau", "assessment": {"state": "done"}}]}) == expectation.says({"pending": {
		expectation.item("/system/suppliers/0", "The supplier \"Halden Voice\" is recorded without a rating."),
		expectation.item("/system/suppliers/1", "The supplier \"Bureau\" is recorded without the day of an assessment and a rating."),
	}})
}

test_missing_when_blank if {
	said_of({}) == expectation.says({"missing": {expectation.item(
		"/system/suppliers",
		"Nobody recorded the suppliers.",
	)}})
}

test_concerns_what_others_supply if {
	said_of({"lifecycle": {"stage": "retired"}}) == expectation.outside({expectation.retired})
	said({"acquisition": "in-house"}) == expectation.outside({expectation.item(
		"/system/suppliers",
		"No supplier is recorded, and the system is not recorded as purchased; the rule concerns what others supply.",
	)})
	said({}) == expectation.outside({expectation.item(
		"/system/suppliers",
		"No supplier is recorded, and the system is not recorded as purchased; the rule concerns what others supply.",
	)})
}
