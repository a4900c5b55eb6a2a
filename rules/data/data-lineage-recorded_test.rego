package aims.rules.data_lineage_recorded_test

import data.aims.lib.expectation_test as expectation
import data.aims.rules.data_lineage_recorded as rule

said(system) := verdict if {
	verdict := rule.verdict with input as expectation.about(system) with data.params as expectation.params
}

complete := {"data": {"sets": [{"name": "ledger", "version": "7", "sha256": "9f86"}]}}

test_passes_with_a_checksum if {
	said(complete) == expectation.says({"observed": {expectation.item("/system/data/sets/0", "The data set \"ledger\" is recorded with its lineage or a checksum and a version.")}})
}

test_passes_with_lineage if {
	said({
		"data": {"sets": [{"name": "ledger", "version": "7", "lineage": ["Exported", "Cleaned"]}]},
	}) == expectation.says({"observed": {expectation.item("/system/data/sets/0", "The data set \"ledger\" is recorded with its lineage or a checksum and a version.")}})
}

test_pending_without_either if {
	said(json.patch(complete, [{"op": "remove", "path": "/data/sets/0/sha256"}])) == expectation.says({"pending": {expectation.item("/system/data/sets/0", "The data set \"ledger\" is recorded without its lineage or a checksum.")}})
}

test_pending_without_a_version if {
	said(json.patch(complete, [{"op": "remove", "path": "/data/sets/0/version"}])) == expectation.says({"pending": {expectation.item("/system/data/sets/0", "The data set \"ledger\" is recorded without a version.")}})
}

test_missing_without_all if {
	said({"data": {"sets": [{"name": "ledger"}]}}) == expectation.says({"missing": {expectation.item("/system/data/sets/0", "The data set \"ledger\": nobody recorded its lineage or a checksum and a version.")}})
}

test_passes_without_data_sets if {
	said({"data": {"sets": []}}) == expectation.says({"observed": {expectation.item("/system/data/sets", "The list of the data sets of the system is recorded as empty: there are none.")}})
}

test_does_not_apply_to_ideas if {
	said({"lifecycle": {"stage": "idea"}}) == expectation.outside({expectation.item("/system/lifecycle/stage", "The stage of the life cycle is idea; the rule concerns systems that are built or used.")})
}

test_missing_when_nothing_is_recorded if {
	said({}) == expectation.says({"missing": {expectation.item("/system/data/sets", "Nobody recorded the data sets of the system.")}})
}

test_does_not_apply_to_retired_systems if {
	said({"lifecycle": {"stage": "retired"}}) == expectation.outside({expectation.item("/system/lifecycle/stage", "The stage of the life cycle is retired; the rule concerns systems that are built or used.")})
}
