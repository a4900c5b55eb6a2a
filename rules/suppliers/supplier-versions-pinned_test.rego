package aims.rules.supplier_versions_pinned_test

import data.aims.lib.expectation_test as expectation
import data.aims.rules.supplier_versions_pinned as rule

said(system) := verdict if {
	verdict := rule.verdict with input as expectation.about(system) with data.params as expectation.params
}

concerned := {"lifecycle": {"stage": "deployed"}, "acquisition": "purchased"}

said_of(recorded) := said(object.union(concerned, recorded))

test_passes_when_pinned if {
	said_of({"suppliers": [{"name": "Halden Voice", "pinnedVersion": "7"}, {"name": "Bureau", "pinnedVersion": "sha256:1f"}]}) == expectation.says({"observed": {
		expectation.item("/system/suppliers/0", "The supplier \"Halden Voice\" is recorded with a version."),
		expectation.item("/system/suppliers/1", "The supplier \"Bureau\" is recorded with a version."),
	}})
}

test_fails_when_it_moves_on if {
	said_of({"suppliers": [{"name": "Halden Voice", "pinnedVersion": "Latest"}, {"name": "Bureau", "pinnedVersion": "main"}]}) == expectation.says({
		"violation": {
			expectation.item("/system/suppliers/0/pinnedVersion", "The version Latest of the supplier \"Halden Voice\" moves on by itself."),
			expectation.item("/system/suppliers/1/pinnedVersion", "The version main of the supplier \"Bureau\" moves on by itself."),
		},
		"observed": {
			expectation.item("/system/suppliers/0", "The supplier \"Halden Voice\" is recorded with a version."),
			expectation.item("/system/suppliers/1", "The supplier \"Bureau\" is recorded with a version."),
		},
	})
}

test_fails_when_a_purchased_system_has_no_supplier if {
	said_of({"suppliers": []}) == expectation.says({"violation": {expectation.item(
		"/system/suppliers",
		"The list of the suppliers is recorded as empty.",
	)}})
}

test_pending_when_one_is_blank if {
	said_of({"suppliers": [{"name": "Halden Voice"}]}) == expectation.says({"pending": {expectation.item(
		"/system/suppliers/0",
		"The supplier \"Halden Voice\" is recorded without a version.",
	)}})
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
