package aims.rules.impact_assessment_status_test

import data.aims.lib.expectation_test as expectation
import data.aims.rules.impact_assessment_status as rule

said(system) := verdict if {
	verdict := rule.verdict with input as expectation.about(system) with data.params as expectation.params
}

test_passes_when_done if {
	said({"impactAssessment": {"state": "done"}}) == expectation.says({"observed": {expectation.item("/system/impactAssessment/state", "The impact assessment is recorded as done.")}})
}

test_passes_when_in_progress if {
	said({"impactAssessment": {"state": "in-progress"}}) == expectation.says({"observed": {expectation.item("/system/impactAssessment/state", "The impact assessment is recorded as in-progress.")}})
}

test_fails_when_not_done if {
	said({"impactAssessment": {"state": "not-done"}}) == expectation.says({"violation": {expectation.item("/system/impactAssessment/state", "The impact assessment is recorded as not done.")}})
}

test_missing_when_unknown if {
	said({"impactAssessment": {"state": "unknown"}}) == expectation.says({"missing": {expectation.item("/system/impactAssessment/state", "The state of the impact assessment is recorded as unknown.")}})
}

test_passes_when_not_needed if {
	said({"impactAssessment": {"state": "not-applicable", "note": "Forecasts cash."}}) == expectation.says({"observed": {expectation.item("/system/impactAssessment/state", "The impact assessment is recorded as not needed: Forecasts cash.")}})
}

test_passes_when_done_with_a_note if {
	said({"impactAssessment": {"state": "done", "note": "Two days."}}) == expectation.says({"observed": {expectation.item("/system/impactAssessment/state", "The impact assessment is recorded as done.")}})
}

test_passes_when_done_at_high_risk if {
	said({"impactAssessment": {"state": "done"}, "risk": {"tier": "high"}}) == expectation.says({"observed": {expectation.item("/system/impactAssessment/state", "The impact assessment is recorded as done.")}})
}

test_fails_when_not_needed_without_a_reason_at_high_risk if {
	said({"impactAssessment": {"state": "not-applicable"}, "risk": {"tier": "high"}}) == expectation.says({"violation": {expectation.item("/system/impactAssessment/state", "The impact assessment is recorded as not applicable, and the system is of high risk.")}})
}

test_pending_without_a_reason if {
	said({"impactAssessment": {"state": "not-applicable"}}) == expectation.says({"pending": {expectation.item("/system/impactAssessment/state", "The impact assessment is recorded as not applicable, but nobody noted why.")}})
}

test_fails_when_not_needed_at_high_risk if {
	said({
		"impactAssessment": {"state": "not-applicable", "note": "Small."},
		"risk": {"tier": "high"},
	}) == expectation.says({"violation": {expectation.item("/system/impactAssessment/state", "The impact assessment is recorded as not applicable, and the system is of high risk.")}})
}

test_missing_when_nothing_is_recorded if {
	said({}) == expectation.says({"missing": {expectation.item("/system/impactAssessment/state", "Nobody recorded the state of the impact assessment.")}})
}

test_does_not_apply_to_retired_systems if {
	said({"lifecycle": {"stage": "retired"}}) == expectation.outside({expectation.retired})
}
