package aims.rules.test_results_after_models_test

import data.aims.lib.expectation_test as expectation
import data.aims.rules.test_results_after_models as rule

said(system) := verdict if {
	verdict := rule.verdict with input as expectation.about(system) with data.params as expectation.params
}

complete := {
	"lifecycle": {"stage": "deployed"},
	"version": "4.2",
	"development": {"verification": {"completedOn": "2026-01-15", "results": []}},
	"models": [{"name": "gbm", "releasedOn": "2026-01-15"}],
}

test_passes_after_the_model if {
	said(complete) == expectation.says({"observed": {expectation.item("/system/development/verification/completedOn", "The tests of the system were completed on 2026-01-15, after the model \"gbm\" (on 2026-01-15).")}})
}

test_stale_after_a_newer_model if {
	said(json.patch(complete, [{"op": "replace", "path": "/models/0/releasedOn", "value": "2026-01-16"}])) == expectation.says({"stale": {expectation.item("/system/development/verification/completedOn", "The tests of the system were completed on 2026-01-15; nothing proves that this was after the model \"gbm\" (on 2026-01-16).")}})
}

test_missing_when_the_model_has_no_day if {
	said(json.patch(complete, [{"op": "remove", "path": "/models/0/releasedOn"}])) == expectation.says({"missing": {expectation.item("/system/models/0/releasedOn", "Nobody recorded since when there is the model \"gbm\".")}})
}

test_missing_without_the_day_of_the_tests if {
	said(json.patch(complete, [{"op": "remove", "path": "/development"}])) == expectation.says({"missing": {expectation.item("/system/development/verification/completedOn", "Nobody recorded when the tests of the system were completed.")}})
}

test_fails_in_the_future if {
	said(json.patch(complete, [
		{"op": "replace", "path": "/development/verification/completedOn", "value": "2026-11-02"},
	])) == expectation.says({"violation": {expectation.item("/system/development/verification/completedOn", "The tests of the system are recorded as completed on 2026-11-02, which lies in the future of 2026-11-01.")}})
}

test_passes_without_models if {
	said(json.patch(complete, [{"op": "replace", "path": "/models", "value": []}])) == expectation.says({"observed": {expectation.item("/system/models", "The list of the models inside of the system is recorded as empty: there are none.")}})
}

test_missing_when_models_are_blank if {
	said({"lifecycle": {"stage": "deployed"}}) == expectation.says({"missing": {expectation.item("/system/models", "Nobody recorded the models inside of the system.")}})
}

test_does_not_apply_in_development if {
	said({"lifecycle": {"stage": "development"}}) == expectation.outside({expectation.item("/system/lifecycle/stage", "The stage of the life cycle is development; the rule concerns systems in a pilot or deployed.")})
}

test_missing_when_nothing_is_recorded if {
	said({}) == expectation.says({"missing": {expectation.item("/system/lifecycle/stage", "Nobody recorded whether the system is deployed.")}})
}

test_does_not_apply_to_retired_systems if {
	said({"lifecycle": {"stage": "retired"}}) == expectation.outside({expectation.item("/system/lifecycle/stage", "The stage of the life cycle is retired; the rule concerns systems in a pilot or deployed.")})
}
