package aims.rules.logs_kept_after_retirement_test

import data.aims.lib.expectation_test as expectation
import data.aims.rules.logs_kept_after_retirement as rule

said(system) := verdict if {
	verdict := rule.verdict with input as expectation.about(system) with data.params as expectation.params
}

concerned := {"lifecycle": {"stage": "retired", "retiredOn": "2026-07-01"}, "decisions": {"aboutPeople": "no"}}

said_of(recorded) := said(object.union(concerned, recorded))

test_passes_when_kept_long_enough if {
	said_of({"logging": {"keptUntil": "2027-01-01"}}) == expectation.says({"observed": {expectation.item(
		"/system/logging/keptUntil",
		"The system was retired on 2026-07-01, and the last day of its logs comes on 2027-01-01, at least 184 days (log-retention-days of the profile) apart.",
	)}})
	said_of({"logging": {"keptUntil": "2027-02"}}) == expectation.says({"observed": {expectation.item(
		"/system/logging/keptUntil",
		"The system was retired on 2026-07-01, and the last day of its logs comes in 2027-02, at least 184 days (log-retention-days of the profile) apart.",
	)}})
}

test_fails_when_kept_too_short if {
	said_of({"logging": {"keptUntil": "2026-12-31"}}) == expectation.says({"violation": {expectation.item(
		"/system/logging/keptUntil",
		"The system was retired on 2026-07-01, and the last day of its logs comes on 2026-12-31, fewer than 184 days (log-retention-days of the profile) apart.",
	)}})
}

test_missing_where_a_longer_period_may_apply if {
	about_people := {"decisions": {"aboutPeople": "yes"}, "logging": {"keptUntil": "2027-01-01"}}
	said_of(about_people).missing == {expectation.item(
		"/organization/markets",
		"Nobody recorded where the systems of the organization are offered or used; event logs are kept for 184 days, and at least 1461 days are required (California FEHA, 2 CCR 11013(c): 4 years) if that law applies.",
	)}
	not said_of(object.union(about_people, {"logging": {"keptUntil": "2030-07-01"}})).missing
}

test_pending_when_open if {
	said({"decisions": {"aboutPeople": "no"}, "lifecycle": {"stage": "retired", "retiredOn": "2026-07"}, "logging": {"keptUntil": "2027-01-15"}}) == expectation.says({"pending": {expectation.item(
		"/system/logging/keptUntil",
		"The system was retired in 2026-07, and the last day of its logs comes on 2027-01-15; nothing proves that the two are at least 184 days (log-retention-days of the profile) apart.",
	)}})
}

test_missing_when_blank if {
	said_of({}) == expectation.says({"missing": {expectation.item(
		"/system/logging/keptUntil",
		"Nobody recorded until when the event logs are kept.",
	)}})
	said({"lifecycle": {"stage": "retired"}}) == expectation.says({"missing": {
		expectation.item("/system/lifecycle/retiredOn", "Nobody recorded when the system was retired."),
		expectation.item("/system/logging/keptUntil", "Nobody recorded until when the event logs are kept."),
	}})
}

test_reads_the_limit_from_the_profile if {
	by_profile_0 := rule.verdict with input as expectation.about(object.union(concerned, {"logging": {"keptUntil": "2027-01-01"}})) with data.params as {"log-retention-days": 185}
	by_profile_0 == expectation.says({"violation": {expectation.item(
		"/system/logging/keptUntil",
		"The system was retired on 2026-07-01, and the last day of its logs comes on 2027-01-01, fewer than 185 days (log-retention-days of the profile) apart.",
	)}})
	not rule.verdict with input as expectation.about(object.union(concerned, {"logging": {"keptUntil": "2027-01-01"}})) with data.params as {}
}

test_concerns_retired_systems if {
	said({"lifecycle": {"stage": "deployed"}}) == expectation.outside({expectation.item(
		"/system/lifecycle/stage",
		"The stage of the life cycle is deployed; the rule concerns retired systems.",
	)})
	said({}) == expectation.outside({expectation.item(
		"/system/lifecycle/stage",
		"Nobody recorded the stage of the life cycle; the rule concerns retired systems.",
	)})
	said({"lifecycle": {"stage": "unknown"}}) == expectation.outside({expectation.item(
		"/system/lifecycle/stage",
		"The stage of the life cycle is unknown; the rule concerns retired systems.",
	)})
}
