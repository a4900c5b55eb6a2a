package aims.rules.bias_assessed_test

import data.aims.lib.expectation_test as expectation
import data.aims.rules.bias_assessed as rule

said(system) := verdict if {
	verdict := rule.verdict with input as expectation.about(system) with data.params as expectation.params
}

complete := {
	"lifecycle": {"stage": "deployed"},
	"decisions": {"aboutPeople": "yes"},
	"practices": {"biasAssessment": {"state": "done", "completedOn": "2025-11-01"}},
}

test_passes_at_the_limit if {
	said(complete) == expectation.says({"observed": {expectation.item("/system/practices/biasAssessment", "The bias assessment was completed on 2025-11-01, 365 days before 2026-11-01, within the limit of 365 days.")}})
}

test_stale_a_day_later if {
	said(json.patch(complete, [
		{"op": "replace", "path": "/practices/biasAssessment/completedOn", "value": "2025-10-31"},
	])) == expectation.says({"stale": {expectation.item("/system/practices/biasAssessment/completedOn", "The bias assessment was completed on 2025-10-31, 366 days before 2026-11-01; the limit is 365 days.")}})
}

test_fails_when_not_done if {
	said({
		"lifecycle": {"stage": "pilot"},
		"decisions": {"aboutPeople": "yes"},
		"practices": {"biasAssessment": {"state": "not-done"}},
	}) == expectation.says({"violation": {expectation.item("/system/practices/biasAssessment/state", "The bias assessment is recorded as not done.")}})
}

test_fails_when_not_applicable if {
	said({
		"lifecycle": {"stage": "pilot"},
		"decisions": {"aboutPeople": "yes"},
		"practices": {"biasAssessment": {"state": "not-applicable", "note": "Small."}},
	}) == expectation.says({"violation": {expectation.item("/system/practices/biasAssessment/state", "The bias assessment is recorded as not applicable, but it is obligatory for a system that takes part in decisions about people.")}})
}

test_pending_when_under_way if {
	said({
		"lifecycle": {"stage": "pilot"},
		"decisions": {"aboutPeople": "yes"},
		"practices": {"biasAssessment": {"state": "in-progress"}},
	}) == expectation.says({"pending": {expectation.item("/system/practices/biasAssessment/state", "The bias assessment is in progress.")}})
}

test_missing_when_blank if {
	said({
		"lifecycle": {"stage": "deployed"},
		"decisions": {"aboutPeople": "yes"},
		"practices": {},
	}) == expectation.says({"missing": {expectation.item("/system/practices/biasAssessment", "The bias assessment is blank: nobody recorded how far it got.")}})
}

test_missing_when_nobody_knows_whether_it_decides if {
	said({
		"lifecycle": {"stage": "deployed"},
		"decisions": {"aboutPeople": "unknown"},
		"practices": {"biasAssessment": {"state": "done"}},
	}) == expectation.says({"missing": {expectation.item("/system/decisions/aboutPeople", "Whether the system takes part in decisions about people is recorded as unknown.")}})
}

test_missing_when_the_stage_is_unknown if {
	said({
		"lifecycle": {"stage": "unknown"},
		"decisions": {"aboutPeople": "yes"},
		"practices": {"biasAssessment": {"state": "done"}},
	}) == expectation.says({"missing": {expectation.item("/system/lifecycle/stage", "Whether the system is deployed is recorded as unknown.")}})
}

test_does_not_apply_without_decisions_about_people if {
	said({"lifecycle": {"stage": "deployed"}, "decisions": {"aboutPeople": "no"}, "practices": {}}) == expectation.outside({expectation.item("/system/decisions/aboutPeople", "The decisions of the system are recorded as not about people; the rule concerns systems that decide about people.")})
}

test_does_not_apply_in_development if {
	said({
		"lifecycle": {"stage": "development"},
		"decisions": {"aboutPeople": "yes"},
		"practices": {},
	}) == expectation.outside({expectation.item("/system/lifecycle/stage", "The stage of the life cycle is development; the rule concerns systems in a pilot or deployed.")})
}

test_missing_when_nothing_is_recorded if {
	said({}) == expectation.says({"missing": {
		expectation.item("/system/decisions/aboutPeople", "Nobody recorded whether the system takes part in decisions about people."),
		expectation.item("/system/lifecycle/stage", "Nobody recorded whether the system is deployed."),
	}})
}

test_does_not_apply_to_retired_systems if {
	said({"lifecycle": {"stage": "retired"}}) == expectation.outside({expectation.item("/system/lifecycle/stage", "The stage of the life cycle is retired; the rule concerns systems in a pilot or deployed.")})
}

test_says_nothing_without_the_parameter if {
	not rule.verdict with input as expectation.about(complete)
		with data.params as {}
}
