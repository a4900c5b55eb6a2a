package aims.rules.rollback_exercised_test

import data.aims.lib.expectation_test as expectation
import data.aims.rules.rollback_exercised as rule

said(system) := verdict if {
	verdict := rule.verdict with input as expectation.about(system) with data.params as expectation.params
}

concerned := {"lifecycle": {"stage": "deployed"}}

said_of(recorded) := said(object.union(concerned, recorded))

test_passes_when_logged_and_in_time if {
	said_of({"practices": {"rollback": {"state": "done", "completedOn": "2025-11-01", "evidence": ["drill"]}}}) == expectation.says({"observed": {expectation.item(
		"/system/practices/rollback",
		"The exercise of the rollback was completed on 2025-11-01, 365 days before 2026-11-01, within the limit of 365 days.",
	)}})
	said_of({"practices": {"rollback": {"state": "not-applicable", "note": "The supplier runs one version."}}}) == expectation.says({"observed": {expectation.item(
		"/system/practices/rollback",
		"The exercise of the rollback is recorded as not needed: The supplier runs one version.",
	)}})
}

test_stale_after_the_limit if {
	said_of({"practices": {"rollback": {"state": "done", "completedOn": "2025-10-31", "evidence": ["drill"]}}}) == expectation.says({"stale": {expectation.item(
		"/system/practices/rollback/completedOn",
		"The exercise of the rollback was completed on 2025-10-31, 366 days before 2026-11-01; the limit is 365 days.",
	)}})
}

test_fails_when_not_done if {
	said_of({"practices": {"rollback": {"state": "not-done"}}}) == expectation.says({"violation": {expectation.item(
		"/system/practices/rollback/state",
		"The exercise of the rollback is recorded as not done.",
	)}})
}

test_pending_when_not_logged_or_not_explained if {
	said_of({"practices": {"rollback": {"state": "done", "completedOn": "2026-10-31"}}}) == expectation.says({
		"pending": {expectation.item(
			"/system/practices/rollback",
			"The exercise of the rollback is recorded as done, but no evidence record says what came out.",
		)},
		"observed": {expectation.item(
			"/system/practices/rollback",
			"The exercise of the rollback was completed on 2026-10-31, 1 day before 2026-11-01, within the limit of 365 days.",
		)},
	})
	said_of({"practices": {"rollback": {"state": "done", "completedOn": "2026-10-31", "evidence": []}}}) == expectation.says({
		"pending": {expectation.item(
			"/system/practices/rollback",
			"The exercise of the rollback is recorded as done, but no evidence record says what came out.",
		)},
		"observed": {expectation.item(
			"/system/practices/rollback",
			"The exercise of the rollback was completed on 2026-10-31, 1 day before 2026-11-01, within the limit of 365 days.",
		)},
	})
	said_of({"practices": {"rollback": {"state": "not-applicable"}}}) == expectation.says({"pending": {expectation.item(
		"/system/practices/rollback/state",
		"The exercise of the rollback is recorded as not applicable, but nobody noted why.",
	)}})
	said_of({"practices": {"rollback": {"state": "in-progress"}}}) == expectation.says({"pending": {expectation.item(
		"/system/practices/rollback/state",
		"The exercise of the rollback is in progress.",
	)}})
}

test_missing_when_blank if {
	said_of({}) == expectation.says({"missing": {expectation.item(
		"/system/practices/rollback",
		"The exercise of the rollback is blank: nobody recorded how far it got.",
	)}})
	said_of({"practices": {"rollback": {"state": "unknown"}}}) == expectation.says({"missing": {expectation.item(
		"/system/practices/rollback/state",
		"The exercise of the rollback is recorded as unknown.",
	)}})
}

test_reads_the_limit_from_the_profile if {
	by_profile_0 := rule.verdict with input as expectation.about(object.union(concerned, {"practices": {"rollback": {"state": "done", "completedOn": "2026-10-30", "evidence": ["drill"]}}})) with data.params as {"rollback-max-age": 1}
	by_profile_0 == expectation.says({"stale": {expectation.item(
		"/system/practices/rollback/completedOn",
		"The exercise of the rollback was completed on 2026-10-30, 2 days before 2026-11-01; the limit is 1 day.",
	)}})
	not rule.verdict with input as expectation.about(object.union(concerned, {"practices": {"rollback": {"state": "done", "completedOn": "2026-10-30", "evidence": ["drill"]}}})) with data.params as {}
}

test_concerns_deployed_systems if {
	said_of({"lifecycle": {"stage": "pilot"}}) == expectation.outside({expectation.not_deployed("pilot")})
	said({}) == expectation.stage_blank
	said_of({"lifecycle": {"stage": "unknown"}}) == expectation.stage_unknown
}
