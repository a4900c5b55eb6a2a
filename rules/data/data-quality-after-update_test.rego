package aims.rules.data_quality_after_update_test

import data.aims.lib.expectation_test as expectation
import data.aims.rules.data_quality_after_update as rule

said(system) := verdict if {
	verdict := rule.verdict with input as expectation.about(system) with data.params as expectation.params
}

complete := {
	"data": {
		"sets": [{"name": "ledger", "updatedOn": "2026-02-01", "quality": {"completedOn": "2026-02-01"}}],
	},
}

test_passes_after_the_update if {
	said(complete) == expectation.says({"observed": {expectation.item("/system/data/sets/0/quality/completedOn", "The quality check of the data set \"ledger\" was completed on 2026-02-01, after the data set \"ledger\" as it is (on 2026-02-01).")}})
}

test_stale_after_a_later_update if {
	said(json.patch(complete, [{"op": "replace", "path": "/data/sets/0/updatedOn", "value": "2026-02-02"}])) == expectation.says({"stale": {expectation.item("/system/data/sets/0/quality/completedOn", "The quality check of the data set \"ledger\" was completed on 2026-02-01; nothing proves that this was after the data set \"ledger\" as it is (on 2026-02-02).")}})
}

test_missing_without_an_update if {
	said(json.patch(complete, [{"op": "remove", "path": "/data/sets/0/updatedOn"}])) == expectation.says({"missing": {expectation.item("/system/data/sets/0/updatedOn", "Nobody recorded since when there is the data set \"ledger\" as it is.")}})
}

test_missing_without_a_check if {
	said(json.patch(complete, [{"op": "remove", "path": "/data/sets/0/quality"}])) == expectation.says({"missing": {expectation.item("/system/data/sets/0/quality/completedOn", "Nobody recorded when the quality check of the data set \"ledger\" was completed.")}})
}

test_fails_in_the_future if {
	said(json.patch(complete, [{"op": "replace", "path": "/data/sets/0/quality/completedOn", "value": "2026-11-02"}])) == expectation.says({"violation": {expectation.item("/system/data/sets/0/quality/completedOn", "The quality check of the data set \"ledger\" is recorded as completed on 2026-11-02, which lies in the future of 2026-11-01.")}})
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
