package aims.rules.purpose_and_acceptance_set_test

import data.aims.lib.expectation_test as expectation
import data.aims.rules.purpose_and_acceptance_set as rule

said(system) := verdict if {
	verdict := rule.verdict with input as expectation.about(system) with data.params as expectation.params
}

complete := {
	"purpose": {"intendedUse": "Consumer loans."},
	"development": {"acceptance": [{"name": "Gini", "operator": ">=", "threshold": 0.5}]},
}

test_passes_when_set if {
	said(complete) == expectation.says({"observed": {
		expectation.item("/system/development/acceptance/0", "The measure \"Gini\" is recorded with its name, an operator and a threshold."),
		expectation.item("/system/purpose/intendedUse", "The intended use is recorded."),
	}})
}

test_missing_without_a_use if {
	said(json.patch(complete, [{"op": "remove", "path": "/purpose"}])) == expectation.says({
		"missing": {expectation.item("/system/purpose/intendedUse", "Nobody recorded what the system is meant for.")},
		"observed": {expectation.item("/system/development/acceptance/0", "The measure \"Gini\" is recorded with its name, an operator and a threshold.")},
	})
}

test_missing_without_limits if {
	said(json.patch(complete, [{"op": "remove", "path": "/development"}])) == expectation.says({
		"missing": {expectation.item("/system/development/acceptance", "Nobody recorded the limits at which the system is accepted.")},
		"observed": {expectation.item("/system/purpose/intendedUse", "The intended use is recorded.")},
	})
}

test_fails_when_limits_are_none if {
	said(json.patch(complete, [{"op": "replace", "path": "/development/acceptance", "value": []}])) == expectation.says({
		"violation": {expectation.item("/system/development/acceptance", "The list of the limits at which the system is accepted is recorded as empty.")},
		"observed": {expectation.item("/system/purpose/intendedUse", "The intended use is recorded.")},
	})
}

test_pending_without_name if {
	said(json.patch(complete, [{"op": "remove", "path": "/development/acceptance/0/name"}])) == expectation.says({
		"pending": {expectation.item("/system/development/acceptance/0", "The measure without a name is recorded without its name.")},
		"observed": {expectation.item("/system/purpose/intendedUse", "The intended use is recorded.")},
	})
}

test_pending_without_operator if {
	said(json.patch(complete, [{"op": "remove", "path": "/development/acceptance/0/operator"}])) == expectation.says({
		"pending": {expectation.item("/system/development/acceptance/0", "The measure \"Gini\" is recorded without an operator.")},
		"observed": {expectation.item("/system/purpose/intendedUse", "The intended use is recorded.")},
	})
}

test_pending_without_threshold if {
	said(json.patch(complete, [{"op": "remove", "path": "/development/acceptance/0/threshold"}])) == expectation.says({
		"pending": {expectation.item("/system/development/acceptance/0", "The measure \"Gini\" is recorded without a threshold.")},
		"observed": {expectation.item("/system/purpose/intendedUse", "The intended use is recorded.")},
	})
}

test_passes_with_a_limit_of_zero if {
	said(json.patch(complete, [{"op": "replace", "path": "/development/acceptance/0/threshold", "value": 0}])) == expectation.says({"observed": {
		expectation.item("/system/development/acceptance/0", "The measure \"Gini\" is recorded with its name, an operator and a threshold."),
		expectation.item("/system/purpose/intendedUse", "The intended use is recorded."),
	}})
}

test_does_not_apply_to_ideas if {
	said({"lifecycle": {"stage": "idea"}}) == expectation.outside({expectation.item("/system/lifecycle/stage", "The stage of the life cycle is idea; the rule concerns systems that are built or used.")})
}

test_missing_when_nothing_is_recorded if {
	said({}) == expectation.says({"missing": {
		expectation.item("/system/development/acceptance", "Nobody recorded the limits at which the system is accepted."),
		expectation.item("/system/purpose/intendedUse", "Nobody recorded what the system is meant for."),
	}})
}

test_does_not_apply_to_retired_systems if {
	said({"lifecycle": {"stage": "retired"}}) == expectation.outside({expectation.item("/system/lifecycle/stage", "The stage of the life cycle is retired; the rule concerns systems that are built or used.")})
}
