package aims.rules.monitoring_reported_test

import data.aims.lib.expectation_test as expectation
import data.aims.rules.monitoring_reported as rule

said(system) := verdict if {
	verdict := rule.verdict with input as expectation.about(system) with data.params as expectation.params
}

concerned := {"lifecycle": {"stage": "deployed"}}

said_of(recorded) := said(object.union(concerned, recorded))

test_passes_within_the_interval if {
	said_of({"monitoring": {"cadenceDays": 30, "lastReviewOn": "2026-10-02"}}) == expectation.says({"observed": {expectation.item(
		"/system/monitoring/lastReviewOn",
		"The report of monitoring was reviewed on 2026-10-02, 30 days before 2026-11-01, within the limit of 30 days.",
	)}})
	said_of({"monitoring": {"lastReviewOn": "2026-08-03"}}) == expectation.says({"observed": {expectation.item(
		"/system/monitoring/lastReviewOn",
		"The report of monitoring was reviewed on 2026-08-03, 90 days before 2026-11-01, within the limit of 90 days.",
	)}})
}

test_stale_after_the_interval if {
	said_of({"monitoring": {"cadenceDays": 30, "lastReviewOn": "2026-10-01"}}) == expectation.says({"stale": {expectation.item(
		"/system/monitoring/lastReviewOn",
		"The report of monitoring was last reviewed on 2026-10-01, 31 days before 2026-11-01; the limit is 30 days.",
	)}})
	said_of({"monitoring": {"lastReviewOn": "2026-08-02"}}) == expectation.says({"stale": {expectation.item(
		"/system/monitoring/lastReviewOn",
		"The report of monitoring was last reviewed on 2026-08-02, 91 days before 2026-11-01; the limit is 90 days.",
	)}})
	said_of({"monitoring": {"cadenceDays": 400, "lastReviewOn": "2026-08-02"}}) == expectation.says({"stale": {expectation.item(
		"/system/monitoring/lastReviewOn",
		"The report of monitoring was last reviewed on 2026-08-02, 91 days before 2026-11-01; the limit is 90 days.",
	)}})
}

test_fails_in_the_future if {
	said_of({"monitoring": {"cadenceDays": 30, "lastReviewOn": "2026-11-02"}}) == expectation.says({"violation": {expectation.item(
		"/system/monitoring/lastReviewOn",
		"The report of monitoring is recorded as reviewed on 2026-11-02, which lies in the future of 2026-11-01.",
	)}})
}

test_missing_when_blank if {
	said_of({}) == expectation.says({"missing": {expectation.item(
		"/system/monitoring/lastReviewOn",
		"Nobody recorded when the report of monitoring was reviewed.",
	)}})
	said_of({"monitoring": {"cadenceDays": 30}}) == expectation.says({"missing": {expectation.item(
		"/system/monitoring/lastReviewOn",
		"Nobody recorded when the report of monitoring was reviewed.",
	)}})
	said_of({"monitoring": {"lastReviewOn": "last week"}}) == expectation.says({"missing": {expectation.item(
		"/system/monitoring/lastReviewOn",
		"The day on which the report of monitoring was reviewed cannot be read: last week.",
	)}})
}

test_reads_the_limit_from_the_profile if {
	by_profile_0 := rule.verdict with input as expectation.about(object.union(concerned, {"monitoring": {"lastReviewOn": "2026-10-30"}})) with data.params as {"monitoring-interval-max": 1}
	by_profile_0 == expectation.says({"stale": {expectation.item(
		"/system/monitoring/lastReviewOn",
		"The report of monitoring was last reviewed on 2026-10-30, 2 days before 2026-11-01; the limit is 1 day.",
	)}})
	not rule.verdict with input as expectation.about(object.union(concerned, {"monitoring": {"cadenceDays": 30, "lastReviewOn": "2026-10-30"}})) with data.params as {}
}

test_concerns_deployed_systems if {
	said_of({"lifecycle": {"stage": "pilot"}}) == expectation.outside({expectation.not_deployed("pilot")})
	said({}) == expectation.stage_blank
	said_of({"lifecycle": {"stage": "unknown"}}) == expectation.stage_unknown
}
