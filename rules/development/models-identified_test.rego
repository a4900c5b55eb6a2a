package aims.rules.models_identified_test

import data.aims.lib.expectation_test as expectation
import data.aims.rules.models_identified as rule

said(system) := verdict if {
	verdict := rule.verdict with input as expectation.about(system) with data.params as expectation.params
}

complete := {
	"models": [{"name": "gbm", "version": "4.2", "technique": "Trees", "origin": "in-house"}],
}

test_passes_when_identified if {
	said(complete) == expectation.says({"observed": {expectation.item("/system/models/0", "The model \"gbm\" is recorded with its name, an origin, a technique and a version.")}})
}

test_fails_without_models if {
	said({"models": []}) == expectation.says({"violation": {expectation.item("/system/models", "The list of the models inside of the system is recorded as empty.")}})
}

test_pending_without_name if {
	said(json.patch(complete, [{"op": "remove", "path": "/models/0/name"}])) == expectation.says({"pending": {expectation.item("/system/models/0", "The model without a name is recorded without its name.")}})
}

test_pending_without_version if {
	said(json.patch(complete, [{"op": "remove", "path": "/models/0/version"}])) == expectation.says({"pending": {expectation.item("/system/models/0", "The model \"gbm\" is recorded without a version.")}})
}

test_pending_without_technique if {
	said(json.patch(complete, [{"op": "remove", "path": "/models/0/technique"}])) == expectation.says({"pending": {expectation.item("/system/models/0", "The model \"gbm\" is recorded without a technique.")}})
}

test_pending_without_origin if {
	said(json.patch(complete, [{"op": "remove", "path": "/models/0/origin"}])) == expectation.says({"pending": {expectation.item("/system/models/0", "The model \"gbm\" is recorded without an origin.")}})
}

test_pending_when_the_origin_is_unknown if {
	said(json.patch(complete, [{"op": "replace", "path": "/models/0/origin", "value": "unknown"}])) == expectation.says({"pending": {expectation.item("/system/models/0", "The model \"gbm\" is recorded without an origin.")}})
}

test_does_not_apply_to_ideas if {
	said({"lifecycle": {"stage": "idea"}}) == expectation.outside({expectation.item("/system/lifecycle/stage", "The stage of the life cycle is idea; the rule concerns systems that are built or used.")})
}

test_missing_when_nothing_is_recorded if {
	said({}) == expectation.says({"missing": {expectation.item("/system/models", "Nobody recorded the models inside of the system.")}})
}

test_does_not_apply_to_retired_systems if {
	said({"lifecycle": {"stage": "retired"}}) == expectation.outside({expectation.item("/system/lifecycle/stage", "The stage of the life cycle is retired; the rule concerns systems that are built or used.")})
}
