package aims.rules.risk_assessed_test

import data.aims.lib.expectation_test as expectation
import data.aims.rules.risk_assessed as rule

said(system) := verdict if {
	verdict := rule.verdict with input as expectation.about(system) with data.params as expectation.params
}

complete := {
	"risk": {
		"assessments": [
			{
				"id": "risk-2026",
				"method": "Tiers 1.3",
				"completedOn": "2026-02-03",
				"assessor": "Adaeze Lindqvist",
				"rating": "high",
			},
		],
	},
}

test_passes_when_assessed if {
	said(complete) == expectation.says({"observed": {expectation.item("/system/risk/assessments/0", "The risk assessment \"risk-2026\" is recorded with who assessed, the day of its completion, a method and a rating.")}})
}

test_fails_when_there_is_none if {
	said({"risk": {"assessments": []}}) == expectation.says({"violation": {expectation.item("/system/risk/assessments", "The list of the risk assessments of the system is recorded as empty.")}})
}

test_pending_without_method if {
	said(json.patch(complete, [{"op": "remove", "path": "/risk/assessments/0/method"}])) == expectation.says({"pending": {expectation.item("/system/risk/assessments/0", "The risk assessment \"risk-2026\" is recorded without a method.")}})
}

test_pending_without_completedon if {
	said(json.patch(complete, [{"op": "remove", "path": "/risk/assessments/0/completedOn"}])) == expectation.says({"pending": {expectation.item("/system/risk/assessments/0", "The risk assessment \"risk-2026\" is recorded without the day of its completion.")}})
}

test_pending_without_assessor if {
	said(json.patch(complete, [{"op": "remove", "path": "/risk/assessments/0/assessor"}])) == expectation.says({"pending": {expectation.item("/system/risk/assessments/0", "The risk assessment \"risk-2026\" is recorded without who assessed.")}})
}

test_pending_without_rating if {
	said(json.patch(complete, [{"op": "remove", "path": "/risk/assessments/0/rating"}])) == expectation.says({"pending": {expectation.item("/system/risk/assessments/0", "The risk assessment \"risk-2026\" is recorded without a rating.")}})
}

test_pending_when_the_rating_is_unknown if {
	said(json.patch(complete, [{"op": "replace", "path": "/risk/assessments/0/rating", "value": "unknown"}])) == expectation.says({"pending": {expectation.item("/system/risk/assessments/0", "The risk assessment \"risk-2026\" is recorded without a rating.")}})
}

test_does_not_apply_to_ideas if {
	said({"lifecycle": {"stage": "idea"}}) == expectation.outside({expectation.item("/system/lifecycle/stage", "The stage of the life cycle is idea; the rule concerns systems that are built or used.")})
}

test_missing_when_nothing_is_recorded if {
	said({}) == expectation.says({"missing": {expectation.item("/system/risk/assessments", "Nobody recorded the risk assessments of the system.")}})
}

test_does_not_apply_to_retired_systems if {
	said({"lifecycle": {"stage": "retired"}}) == expectation.outside({expectation.item("/system/lifecycle/stage", "The stage of the life cycle is retired; the rule concerns systems that are built or used.")})
}
