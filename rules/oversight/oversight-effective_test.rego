package aims.rules.oversight_effective_test

import data.aims.lib.expectation_test as expectation
import data.aims.rules.oversight_effective as rule

said(system) := verdict if {
	verdict := rule.verdict with input as expectation.about(system) with data.params as expectation.params
}

concerned := {"lifecycle": {"stage": "deployed"}, "decisions": {"automation": "decides-alone"}}

said_of(recorded) := said(object.union(concerned, recorded))

test_passes_until_the_limit if {
	said_of({"oversight": {"review": {"state": "done", "completedOn": "2025-11-01"}}}) == expectation.says({"observed": {expectation.item(
		"/system/oversight/review",
		"The check of oversight was completed on 2025-11-01, 365 days before 2026-11-01, within the limit of 365 days.",
	)}})
}

test_stale_after_the_limit if {
	said_of({"oversight": {"review": {"state": "done", "completedOn": "2025-10-31"}}}) == expectation.says({"stale": {expectation.item(
		"/system/oversight/review/completedOn",
		"The check of oversight was completed on 2025-10-31, 366 days before 2026-11-01; the limit is 365 days.",
	)}})
	said_of({"oversight": {"review": {"state": "done", "completedOn": "2026-10-01", "validUntil": "2026-10-31"}}}) == expectation.says({"stale": {expectation.item(
		"/system/oversight/review/validUntil",
		"The check of oversight was valid until 2026-10-31, which is before 2026-11-01.",
	)}})
}

test_fails_when_not_done if {
	said_of({"oversight": {"review": {"state": "not-done"}}}) == expectation.says({"violation": {expectation.item(
		"/system/oversight/review/state",
		"The check of oversight is recorded as not done.",
	)}})
	said_of({"oversight": {"review": {"state": "done", "completedOn": "2026-12"}}}) == expectation.says({"violation": {expectation.item(
		"/system/oversight/review/completedOn",
		"The check of oversight is recorded as completed in 2026-12, which lies in the future of 2026-11-01.",
	)}})
	said_of({"oversight": {"review": {"state": "not-applicable", "note": "Small."}}}) == expectation.says({"violation": {expectation.item(
		"/system/oversight/review/state",
		"The check of oversight is recorded as not applicable, but it is obligatory for a system that decides by itself.",
	)}})
}

test_pending_while_under_way if {
	said_of({"oversight": {"review": {"state": "in-progress"}}}) == expectation.says({"pending": {expectation.item(
		"/system/oversight/review/state",
		"The check of oversight is in progress.",
	)}})
}

test_missing_when_blank if {
	said_of({}) == expectation.says({"missing": {expectation.item(
		"/system/oversight/review",
		"The check of oversight is blank: nobody recorded how far it got.",
	)}})
	said_of({"oversight": {"review": {"state": "unknown"}}}) == expectation.says({"missing": {expectation.item(
		"/system/oversight/review/state",
		"The check of oversight is recorded as unknown.",
	)}})
	said_of({"oversight": {"review": {"completedOn": "2025-11-01"}}}) == expectation.says({"missing": {expectation.item(
		"/system/oversight/review",
		"The check of oversight has a date of completion (2025-11-01), but nobody recorded that it is done.",
	)}})
}

test_reads_the_limit_from_the_profile if {
	by_profile_0 := rule.verdict with input as expectation.about(object.union(concerned, {"oversight": {"review": {"state": "done", "completedOn": "2026-10-30"}}})) with data.params as {"oversight-review-max-age": 1}
	by_profile_0 == expectation.says({"stale": {expectation.item(
		"/system/oversight/review/completedOn",
		"The check of oversight was completed on 2026-10-30, 2 days before 2026-11-01; the limit is 1 day.",
	)}})
	not rule.verdict with input as expectation.about(object.union(concerned, {"oversight": {"review": {"state": "done", "completedOn": "2026-10-30"}}})) with data.params as {}
}

test_concerns_whom_it_is_for if {
	said_of({"decisions": {"automation": "informs"}}) == expectation.outside({expectation.item(
		"/system/decisions/automation",
		"How far the system decides is recorded as informs; the rule concerns systems that decide.",
	)})
	said_of({"lifecycle": {"stage": "idea"}}) == expectation.outside({expectation.item(
		"/system/lifecycle/stage",
		"The stage of the life cycle is idea; the rule concerns systems in a pilot or deployed.",
	)})
	said({"lifecycle": {"stage": "pilot"}, "decisions": {"aboutPeople": "yes"}}) == expectation.says({"missing": {expectation.item(
		"/system/decisions/automation",
		"The system is used in decisions about people, but how far it decides is not recorded; nobody can tell if it needs oversight.",
	)}})
}
