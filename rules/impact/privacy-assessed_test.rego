package aims.rules.privacy_assessed_test

import data.aims.lib.expectation_test as expectation
import data.aims.rules.privacy_assessed as rule

said(system) := verdict if {
	verdict := rule.verdict with input as expectation.about(system) with data.params as expectation.params
}

complete := {
	"data": {
		"personalData": "yes",
		"privacyAssessment": {"state": "done", "completedOn": "2024-11-01"},
	},
}

test_passes_at_the_limit if {
	said(complete) == expectation.says({"observed": {expectation.item("/system/data/privacyAssessment", "The privacy assessment was completed on 2024-11-01, 730 days before 2026-11-01, within the limit of 730 days.")}})
}

test_stale_a_day_later if {
	said(json.patch(complete, [{"op": "replace", "path": "/data/privacyAssessment/completedOn", "value": "2024-10-31"}])) == expectation.says({"stale": {expectation.item("/system/data/privacyAssessment/completedOn", "The privacy assessment was completed on 2024-10-31, 731 days before 2026-11-01; the limit is 730 days.")}})
}

test_passes_when_not_needed if {
	said({
		"data": {
			"personalData": "yes",
			"privacyAssessment": {"state": "not-applicable", "note": "Names of staff only."},
		},
	}) == expectation.says({"observed": {expectation.item("/system/data/privacyAssessment", "The privacy assessment is recorded as not needed: Names of staff only.")}})
}

test_fails_when_not_needed_at_high_risk if {
	said({
		"data": {
			"personalData": "yes",
			"privacyAssessment": {"state": "not-applicable", "note": "Names."},
		},
		"risk": {"tier": "high"},
	}) == expectation.says({"violation": {expectation.item("/system/data/privacyAssessment/state", "The privacy assessment is recorded as not applicable, but it is obligatory for a system of high risk with personal data.")}})
}

test_fails_when_not_done if {
	said({"data": {"personalData": "yes", "privacyAssessment": {"state": "not-done"}}}) == expectation.says({"violation": {expectation.item("/system/data/privacyAssessment/state", "The privacy assessment is recorded as not done.")}})
}

test_missing_when_blank if {
	said({"data": {"personalData": "yes"}}) == expectation.says({"missing": {expectation.item("/system/data/privacyAssessment", "The privacy assessment is blank: nobody recorded how far it got.")}})
}

test_pending_when_under_way if {
	said({"data": {"personalData": "yes", "privacyAssessment": {"state": "in-progress"}}}) == expectation.says({"pending": {expectation.item("/system/data/privacyAssessment/state", "The privacy assessment is in progress.")}})
}

test_missing_when_unknown if {
	said({"data": {"personalData": "unknown"}}) == expectation.says({"missing": {expectation.item("/system/data/personalData", "Whether personal data are processed is recorded as unknown.")}})
}

test_does_not_apply_without_personal_data if {
	said({"data": {"personalData": "no"}}) == expectation.outside({expectation.item("/system/data/personalData", "Personal data are recorded as not processed; the rule concerns systems that process them.")})
}

test_does_not_apply_to_ideas if {
	said({"lifecycle": {"stage": "idea"}}) == expectation.outside({expectation.item("/system/lifecycle/stage", "The stage of the life cycle is idea; the rule concerns systems that are built or used.")})
}

test_missing_when_nothing_is_recorded if {
	said({}) == expectation.says({"missing": {expectation.item("/system/data/personalData", "Nobody recorded whether personal data are processed.")}})
}

test_does_not_apply_to_retired_systems if {
	said({"lifecycle": {"stage": "retired"}}) == expectation.outside({expectation.item("/system/lifecycle/stage", "The stage of the life cycle is retired; the rule concerns systems that are built or used.")})
}

test_says_nothing_without_the_parameter if {
	not rule.verdict with input as expectation.about(complete)
		with data.params as {}
}
