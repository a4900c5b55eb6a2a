package aims.rules.data_acquisition_recorded_test

import data.aims.lib.expectation_test as expectation
import data.aims.rules.data_acquisition_recorded as rule

said(system) := verdict if {
	verdict := rule.verdict with input as expectation.about(system) with data.params as expectation.params
}

complete := {
	"data": {
		"sets": [{"name": "ledger", "origin": "Core banking", "licence": "Own", "acquiredOn": "2019"}],
	},
}

test_passes_when_recorded if {
	said(complete) == expectation.says({"observed": {expectation.item("/system/data/sets/0", "The data set \"ledger\" is recorded with the day of the acquisition, the rights to use it and a source.")}})
}

test_passes_without_data_sets if {
	said({"data": {"sets": []}}) == expectation.says({"observed": {expectation.item("/system/data/sets", "The list of the data sets of the system is recorded as empty: there are none.")}})
}

test_pending_without_origin if {
	said(json.patch(complete, [{"op": "remove", "path": "/data/sets/0/origin"}])) == expectation.says({"pending": {expectation.item("/system/data/sets/0", "The data set \"ledger\" is recorded without a source.")}})
}

test_pending_without_licence if {
	said(json.patch(complete, [{"op": "remove", "path": "/data/sets/0/licence"}])) == expectation.says({"pending": {expectation.item("/system/data/sets/0", "The data set \"ledger\" is recorded without the rights to use it.")}})
}

test_pending_without_acquiredon if {
	said(json.patch(complete, [{"op": "remove", "path": "/data/sets/0/acquiredOn"}])) == expectation.says({"pending": {expectation.item("/system/data/sets/0", "The data set \"ledger\" is recorded without the day of the acquisition.")}})
}

test_looks_at_each_data_set if {
	said({"data": {"sets": [{"name": "ledger"}, {"name": "bureau"}]}}) == expectation.says({"pending": {
		expectation.item("/system/data/sets/0", "The data set \"ledger\" is recorded without the day of the acquisition, the rights to use it and a source."),
		expectation.item("/system/data/sets/1", "The data set \"bureau\" is recorded without the day of the acquisition, the rights to use it and a source."),
	}})
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
