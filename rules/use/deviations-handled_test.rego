package aims.rules.deviations_handled_test

import data.aims.lib.expectation_test as expectation
import data.aims.rules.deviations_handled as rule

said(system) := verdict if {
	verdict := rule.verdict with input as expectation.about(system) with data.params as expectation.params
}

concerned := {"lifecycle": {"stage": "deployed"}}

said_of(recorded) := said(object.union(concerned, recorded))

test_passes_when_handled_or_not_due if {
	said_of({"use": {"deviations": [{"what": "Scores in a list for marketing.", "due": "2026-10-31", "owner": "I", "decision": "D", "handledOn": "2026-11-01"}, {"what": "Scores in a list for marketing.", "due": "2026-11-01", "owner": "I", "decision": "D"}]}}) == expectation.says({"observed": {
		expectation.item("/system/use/deviations/0", "The deviation \"Scores in a list for marketing.\" was done on 2026-11-01."),
		expectation.item("/system/use/deviations/1", "The deviation \"Scores in a list for marketing.\" is due on 2026-11-01, which has not passed on 2026-11-01."),
	}})
	said_of({"use": {"deviations": []}}) == expectation.says({"observed": {expectation.item(
		"/system/use/deviations",
		"None of the deviations from the intended use is due: the list has no such entry.",
	)}})
}

test_fails_when_late if {
	said_of({"use": {"deviations": [{"what": "Scores in a list for marketing.", "due": "2026-10-31", "owner": "I", "decision": "D"}]}}) == expectation.says({"violation": {expectation.item(
		"/system/use/deviations/0",
		"The deviation \"Scores in a list for marketing.\" was due on 2026-10-31 and is not done; no reason is recorded.",
	)}})
	said_of({"use": {"deviations": [{"what": "Scores in a list for marketing.", "due": "2026-10-31", "owner": "I", "decision": "D", "handledOn": "2026-11-02"}]}}) == expectation.says({"violation": {expectation.item(
		"/system/use/deviations/0",
		"The deviation \"Scores in a list for marketing.\" is recorded as done on 2026-11-02, which lies in the future of 2026-11-01.",
	)}})
}

test_pending_with_a_reason_or_without_an_owner if {
	said_of({"use": {"deviations": [{"what": "Scores in a list for marketing.", "due": "2026-10-31", "owner": "I", "decision": "D", "reason": "Supplier"}]}}) == expectation.says({"pending": {expectation.item(
		"/system/use/deviations/0",
		"The deviation \"Scores in a list for marketing.\" was due on 2026-10-31 and is not done, for a recorded reason: Supplier",
	)}})
	said_of({"use": {"deviations": [{"what": "Scores in a list for marketing.", "due": "2026-10-31", "handledOn": "2026-10-01"}, {"what": "Scores in a list for marketing.", "due": "2026-11", "owner": "I"}]}}) == expectation.says({
		"pending": {
			expectation.item("/system/use/deviations/0", "The deviation \"Scores in a list for marketing.\" is recorded without a decision and an owner."),
			expectation.item("/system/use/deviations/1", "The deviation \"Scores in a list for marketing.\" is recorded without a decision."),
		},
		"observed": {
			expectation.item("/system/use/deviations/0", "The deviation \"Scores in a list for marketing.\" was done on 2026-10-01."),
			expectation.item("/system/use/deviations/1", "The deviation \"Scores in a list for marketing.\" is due in 2026-11, which has not passed on 2026-11-01."),
		},
	})
}

test_missing_when_blank if {
	said_of({}) == expectation.says({"missing": {expectation.item(
		"/system/use/deviations",
		"Nobody recorded the deviations from the intended use.",
	)}})
	said_of({"use": {"deviations": [{"what": "Other", "owner": "I", "decision": "D"}]}}) == expectation.says({"missing": {expectation.item(
		"/system/use/deviations/0",
		"The deviation \"Other\" is not done, and nobody recorded by when it is due.",
	)}})
}

test_concerns_deployed_systems if {
	said_of({"lifecycle": {"stage": "pilot"}}) == expectation.outside({expectation.not_deployed("pilot")})
	said({}) == expectation.stage_blank
	said_of({"lifecycle": {"stage": "unknown"}}) == expectation.stage_unknown
}
