package aims.rules.risk_assessment_in_time_test

import data.aims.lib.expectation_test as expectation
import data.aims.rules.risk_assessment_in_time as rule

said(system) := verdict if {
	verdict := rule.verdict with input as expectation.about(system) with data.params as expectation.params
}

complete := {"risk": {"assessments": [{"completedOn": "2025-11-01", "validUntil": "2026-11-01"}]}}

test_passes_on_the_last_day if {
	said(complete) == expectation.says({"observed": {expectation.item("/system/risk/assessments/0/completedOn", "The risk assessment was completed on 2025-11-01, 365 days before 2026-11-01, within the limit of 365 days.")}})
}

test_stale_a_day_later if {
	said(json.patch(complete, [{"op": "replace", "path": "/risk/assessments/0/completedOn", "value": "2025-10-31"}])) == expectation.says({"stale": {expectation.item("/system/risk/assessments/0/completedOn", "The risk assessment was last completed on 2025-10-31, 366 days before 2026-11-01; the limit is 365 days.")}})
}

test_stale_when_no_longer_valid if {
	said(json.patch(complete, [{"op": "replace", "path": "/risk/assessments/0/validUntil", "value": "2026-10-31"}])) == expectation.says({
		"stale": {expectation.item("/system/risk/assessments", "The risk assessment was valid until 2026-10-31, which is before 2026-11-01.")},
		"observed": {expectation.item("/system/risk/assessments/0/completedOn", "The risk assessment was completed on 2025-11-01, 365 days before 2026-11-01, within the limit of 365 days.")},
	})
}

test_the_last_assessment_counts if {
	said({
		"risk": {
			"assessments": [
				{"completedOn": "2024-01", "validUntil": "2025-01"},
				{"completedOn": "2026-02-03"},
				{"completedOn": "2023"},
			],
		},
	}) == expectation.says({"observed": {expectation.item("/system/risk/assessments/1/completedOn", "The risk assessment was completed on 2026-02-03, 271 days before 2026-11-01, within the limit of 365 days.")}})
}

test_passes_over_what_cannot_be_read if {
	said({"risk": {"assessments": [{"completedOn": "soon"}, {"completedOn": "2026-02-03"}]}}) == expectation.says({"observed": {expectation.item("/system/risk/assessments/1/completedOn", "The risk assessment was completed on 2026-02-03, 271 days before 2026-11-01, within the limit of 365 days.")}})
}

test_the_later_in_the_list_counts_on_one_day if {
	said({
		"risk": {
			"assessments": [
				{"completedOn": "2026-02-03", "validUntil": "2026-03-01"},
				{"completedOn": "2026-02-03"},
			],
		},
	}) == expectation.says({"observed": {expectation.item("/system/risk/assessments/1/completedOn", "The risk assessment was completed on 2026-02-03, 271 days before 2026-11-01, within the limit of 365 days.")}})
}

test_fails_in_the_future if {
	said(json.patch(complete, [{"op": "replace", "path": "/risk/assessments/0/completedOn", "value": "2026-11-02"}])) == expectation.says({"violation": {expectation.item("/system/risk/assessments/0/completedOn", "The risk assessment is recorded as completed on 2026-11-02, which lies in the future of 2026-11-01.")}})
}

test_missing_without_a_day if {
	said(json.patch(complete, [{"op": "remove", "path": "/risk/assessments/0/completedOn"}])) == expectation.says({"missing": {expectation.item("/system/risk/assessments", "Nobody recorded when the risk assessment was completed.")}})
}

test_does_not_apply_to_ideas if {
	said({"lifecycle": {"stage": "idea"}}) == expectation.outside({expectation.item("/system/lifecycle/stage", "The stage of the life cycle is idea; the rule concerns systems that are built or used.")})
}

test_missing_when_nothing_is_recorded if {
	said({}) == expectation.says({"missing": {expectation.item("/system/risk/assessments", "Nobody recorded when the risk assessment was completed.")}})
}

test_does_not_apply_to_retired_systems if {
	said({"lifecycle": {"stage": "retired"}}) == expectation.outside({expectation.item("/system/lifecycle/stage", "The stage of the life cycle is retired; the rule concerns systems that are built or used.")})
}

test_says_nothing_without_the_parameter if {
	not rule.verdict with input as expectation.about(complete)
		with data.params as {}
}
