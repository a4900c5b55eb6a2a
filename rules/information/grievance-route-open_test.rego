package aims.rules.grievance_route_open_test

import data.aims.lib.expectation_test as expectation
import data.aims.rules.grievance_route_open as rule

said(system) := verdict if {
	verdict := rule.verdict with input as expectation.about(system) with data.params as expectation.params
}

concerned := {"lifecycle": {"stage": "deployed"}}

said_of(recorded) := said(object.union(concerned, recorded))

test_passes_until_the_limit if {
	said_of({"practices": {"grievances": {"state": "done", "completedOn": "2025-11-01"}}}) == expectation.says({"observed": {expectation.item(
		"/system/practices/grievances",
		"The confirmation of the way to complain was completed on 2025-11-01, 365 days before 2026-11-01, within the limit of 365 days.",
	)}})
	said_of({"practices": {"grievances": {"state": "not-applicable", "note": "Nobody outside reaches it."}}}) == expectation.says({"observed": {expectation.item(
		"/system/practices/grievances",
		"The confirmation of the way to complain is recorded as not needed: Nobody outside reaches it.",
	)}})
}

test_stale_after_the_limit if {
	said_of({"practices": {"grievances": {"state": "done", "completedOn": "2025-10-31"}}}) == expectation.says({"stale": {expectation.item(
		"/system/practices/grievances/completedOn",
		"The confirmation of the way to complain was completed on 2025-10-31, 366 days before 2026-11-01; the limit is 365 days.",
	)}})
	said_of({"practices": {"grievances": {"state": "done", "completedOn": "2026-10-01", "validUntil": "2026-10-31"}}}) == expectation.says({"stale": {expectation.item(
		"/system/practices/grievances/validUntil",
		"The confirmation of the way to complain was valid until 2026-10-31, which is before 2026-11-01.",
	)}})
}

test_fails_when_not_done if {
	said_of({"practices": {"grievances": {"state": "not-done"}}}) == expectation.says({"violation": {expectation.item(
		"/system/practices/grievances/state",
		"The confirmation of the way to complain is recorded as not done.",
	)}})
	said_of({"practices": {"grievances": {"state": "done", "completedOn": "2026-12"}}}) == expectation.says({"violation": {expectation.item(
		"/system/practices/grievances/completedOn",
		"The confirmation of the way to complain is recorded as completed in 2026-12, which lies in the future of 2026-11-01.",
	)}})
}

test_pending_while_under_way if {
	said_of({"practices": {"grievances": {"state": "in-progress"}}}) == expectation.says({"pending": {expectation.item(
		"/system/practices/grievances/state",
		"The confirmation of the way to complain is in progress.",
	)}})
	said_of({"practices": {"grievances": {"state": "not-applicable"}}}) == expectation.says({"pending": {expectation.item(
		"/system/practices/grievances/state",
		"The confirmation of the way to complain is recorded as not applicable, but nobody noted why.",
	)}})
}

test_missing_when_blank if {
	said_of({}) == expectation.says({"missing": {expectation.item(
		"/system/practices/grievances",
		"The confirmation of the way to complain is blank: nobody recorded how far it got.",
	)}})
	said_of({"practices": {"grievances": {"state": "unknown"}}}) == expectation.says({"missing": {expectation.item(
		"/system/practices/grievances/state",
		"The confirmation of the way to complain is recorded as unknown.",
	)}})
	said_of({"practices": {"grievances": {"completedOn": "2025-11-01"}}}) == expectation.says({"missing": {expectation.item(
		"/system/practices/grievances",
		"The confirmation of the way to complain has a date of completion (2025-11-01), but nobody recorded that it is done.",
	)}})
}

test_reads_the_limit_from_the_profile if {
	by_profile_0 := rule.verdict with input as expectation.about(object.union(concerned, {"practices": {"grievances": {"state": "done", "completedOn": "2026-10-30"}}})) with data.params as {"feedback-max-age": 1}
	by_profile_0 == expectation.says({"stale": {expectation.item(
		"/system/practices/grievances/completedOn",
		"The confirmation of the way to complain was completed on 2026-10-30, 2 days before 2026-11-01; the limit is 1 day.",
	)}})
	not rule.verdict with input as expectation.about(object.union(concerned, {"practices": {"grievances": {"state": "done", "completedOn": "2026-10-30"}}})) with data.params as {}
}

test_concerns_whom_it_is_for if {
	said_of({"lifecycle": {"stage": "development"}}) == expectation.outside({expectation.item(
		"/system/lifecycle/stage",
		"The stage of the life cycle is development; the rule concerns systems in a pilot or deployed.",
	)})
	said({}) == expectation.stage_blank
	said_of({"lifecycle": {"stage": "unknown"}}) == expectation.stage_unknown
}
