package aims.rules.interaction_notice_given_test

import data.aims.lib.expectation_test as expectation
import data.aims.rules.interaction_notice_given as rule

said(system) := verdict if {
	verdict := rule.verdict with input as expectation.about(system) with data.params as expectation.params
}

concerned := {"lifecycle": {"stage": "deployed"}}

said_of(recorded) := said(object.union(concerned, recorded))

test_passes_when_told_or_not_needed if {
	said_of({"information": {"directInteraction": "yes"}, "practices": {"userNotice": {"state": "done", "completedOn": "2026-05-02"}}}) == expectation.says({"observed": {expectation.item(
		"/system/practices/userNotice",
		"The notice that it is an AI system was completed on 2026-05-02, 183 days before 2026-11-01.",
	)}})
	said_of({"information": {"directInteraction": "no"}, "practices": {"userNotice": {"state": "not-done"}}}) == expectation.says({"observed": {expectation.item(
		"/system/information/directInteraction",
		"Nobody deals directly with the system.",
	)}})
}

test_fails_when_not_told if {
	said_of({"information": {"directInteraction": "yes"}, "practices": {"userNotice": {"state": "not-done"}}}) == expectation.says({"violation": {expectation.item(
		"/system/practices/userNotice/state",
		"The notice that it is an AI system is recorded as not done.",
	)}})
	said_of({"information": {"directInteraction": "yes"}, "practices": {"userNotice": {"state": "not-applicable", "note": "Obvious."}}}) == expectation.says({"violation": {expectation.item(
		"/system/practices/userNotice/state",
		"The notice that it is an AI system is recorded as not applicable, but it is obligatory for a system with which people deal directly.",
	)}})
}

test_stale_after_its_last_day if {
	said_of({"information": {"directInteraction": "yes"}, "practices": {"userNotice": {"state": "done", "validUntil": "2026-10"}}}) == expectation.says({"stale": {expectation.item(
		"/system/practices/userNotice/validUntil",
		"The notice that it is an AI system was valid until 2026-10, which is before 2026-11-01.",
	)}})
}

test_pending_while_under_way if {
	said_of({"information": {"directInteraction": "yes"}, "practices": {"userNotice": {"state": "in-progress"}}}) == expectation.says({"pending": {expectation.item(
		"/system/practices/userNotice/state",
		"The notice that it is an AI system is in progress.",
	)}})
}

test_missing_when_blank if {
	said_of({}) == expectation.says({"missing": {expectation.item(
		"/system/information/directInteraction",
		"Nobody recorded whether people deal directly with the system.",
	)}})
	said_of({"information": {"directInteraction": "unknown"}, "practices": {"userNotice": {"state": "done"}}}) == expectation.says({"missing": {expectation.item(
		"/system/information/directInteraction",
		"Whether people deal directly with the system is recorded as unknown.",
	)}})
	said_of({"information": {"directInteraction": "yes"}}) == expectation.says({"missing": {expectation.item(
		"/system/practices/userNotice",
		"The notice that it is an AI system is blank: nobody recorded how far it got.",
	)}})
}

test_concerns_systems_in_use if {
	said_of({"lifecycle": {"stage": "development"}}) == expectation.outside({expectation.item(
		"/system/lifecycle/stage",
		"The stage of the life cycle is development; the rule concerns systems in a pilot or deployed.",
	)})
	said({}) == expectation.stage_blank
	said_of({"lifecycle": {"stage": "unknown"}}) == expectation.stage_unknown
}
