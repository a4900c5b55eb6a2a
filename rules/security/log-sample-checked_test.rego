package aims.rules.log_sample_checked_test

import data.aims.lib.expectation_test as expectation
import data.aims.rules.log_sample_checked as rule

said(system) := verdict if {
	verdict := rule.verdict with input as expectation.about(system) with data.params as expectation.params
}

concerned := {"lifecycle": {"stage": "deployed"}}

said_of(recorded) := said(object.union(concerned, recorded))

test_passes_until_the_limit if {
	said_of({"logging": {"sampleCheck": {"state": "done", "completedOn": "2026-08-03"}}}) == expectation.says({"observed": {expectation.item(
		"/system/logging/sampleCheck",
		"The check of a sample of the logs was completed on 2026-08-03, 90 days before 2026-11-01, within the limit of 90 days.",
	)}})
}

test_stale_after_the_limit if {
	said_of({"logging": {"sampleCheck": {"state": "done", "completedOn": "2026-08-02"}}}) == expectation.says({"stale": {expectation.item(
		"/system/logging/sampleCheck/completedOn",
		"The check of a sample of the logs was completed on 2026-08-02, 91 days before 2026-11-01; the limit is 90 days.",
	)}})
	said_of({"logging": {"sampleCheck": {"state": "done", "completedOn": "2026-10-01", "validUntil": "2026-10-31"}}}) == expectation.says({"stale": {expectation.item(
		"/system/logging/sampleCheck/validUntil",
		"The check of a sample of the logs was valid until 2026-10-31, which is before 2026-11-01.",
	)}})
}

test_fails_when_not_done if {
	said_of({"logging": {"sampleCheck": {"state": "not-done"}}}) == expectation.says({"violation": {expectation.item(
		"/system/logging/sampleCheck/state",
		"The check of a sample of the logs is recorded as not done.",
	)}})
	said_of({"logging": {"sampleCheck": {"state": "done", "completedOn": "2026-12"}}}) == expectation.says({"violation": {expectation.item(
		"/system/logging/sampleCheck/completedOn",
		"The check of a sample of the logs is recorded as completed in 2026-12, which lies in the future of 2026-11-01.",
	)}})
	said_of({"logging": {"sampleCheck": {"state": "not-applicable", "note": "Small."}}}) == expectation.says({"violation": {expectation.item(
		"/system/logging/sampleCheck/state",
		"The check of a sample of the logs is recorded as not applicable, but it is obligatory for every deployed system.",
	)}})
}

test_pending_while_under_way if {
	said_of({"logging": {"sampleCheck": {"state": "in-progress"}}}) == expectation.says({"pending": {expectation.item(
		"/system/logging/sampleCheck/state",
		"The check of a sample of the logs is in progress.",
	)}})
}

test_missing_when_blank if {
	said_of({}) == expectation.says({"missing": {expectation.item(
		"/system/logging/sampleCheck",
		"The check of a sample of the logs is blank: nobody recorded how far it got.",
	)}})
	said_of({"logging": {"sampleCheck": {"state": "unknown"}}}) == expectation.says({"missing": {expectation.item(
		"/system/logging/sampleCheck/state",
		"The check of a sample of the logs is recorded as unknown.",
	)}})
	said_of({"logging": {"sampleCheck": {"completedOn": "2026-08-03"}}}) == expectation.says({"missing": {expectation.item(
		"/system/logging/sampleCheck",
		"The check of a sample of the logs has a date of completion (2026-08-03), but nobody recorded that it is done.",
	)}})
}

test_reads_the_limit_from_the_profile if {
	by_profile_0 := rule.verdict with input as expectation.about(object.union(concerned, {"logging": {"sampleCheck": {"state": "done", "completedOn": "2026-10-30"}}})) with data.params as {"log-sample-max-age": 1}
	by_profile_0 == expectation.says({"stale": {expectation.item(
		"/system/logging/sampleCheck/completedOn",
		"The check of a sample of the logs was completed on 2026-10-30, 2 days before 2026-11-01; the limit is 1 day.",
	)}})
	not rule.verdict with input as expectation.about(object.union(concerned, {"logging": {"sampleCheck": {"state": "done", "completedOn": "2026-10-30"}}})) with data.params as {}
}

test_concerns_whom_it_is_for if {
	said_of({"lifecycle": {"stage": "pilot"}}) == expectation.outside({expectation.not_deployed("pilot")})
	said({}) == expectation.stage_blank
	said_of({"lifecycle": {"stage": "unknown"}}) == expectation.stage_unknown
}
