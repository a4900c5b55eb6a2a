package aims.rules.uses_approved_test

import data.aims.lib.expectation_test as expectation
import data.aims.rules.uses_approved as rule

said(system) := verdict if {
	verdict := rule.verdict with input as expectation.about(system) with data.params as expectation.params
}

concerned := {"lifecycle": {"stage": "deployed"}}

said_of(recorded) := said(object.union(concerned, recorded))

test_passes_when_all_are_approved if {
	said_of({"use": {"uses": [{"name": "loans", "approval": {"state": "done", "completedOn": "2026-05-02"}}, {"name": "cards", "approval": {"state": "done", "completedOn": "2026-05-02"}}]}}) == expectation.says({"observed": {
		expectation.item("/system/use/uses/0/approval", "The approval of the use \"loans\" was completed on 2026-05-02, 183 days before 2026-11-01."),
		expectation.item("/system/use/uses/1/approval", "The approval of the use \"cards\" was completed on 2026-05-02, 183 days before 2026-11-01."),
	}})
	said_of({"use": {"uses": []}}) == expectation.says({"observed": {expectation.item(
		"/system/use/uses",
		"The list of the uses of the system is recorded as empty: there are none.",
	)}})
}

test_fails_when_one_is_not if {
	said_of({"use": {"uses": [{"name": "loans", "approval": {"state": "done", "completedOn": "2026-05-02"}}, {"name": "cards", "approval": {"state": "not-done"}}]}}) == expectation.says({
		"violation": {expectation.item(
			"/system/use/uses/1/approval/state",
			"The approval of the use \"cards\" is recorded as not done.",
		)},
		"observed": {expectation.item(
			"/system/use/uses/0/approval",
			"The approval of the use \"loans\" was completed on 2026-05-02, 183 days before 2026-11-01.",
		)},
	})
	said_of({"use": {"uses": [{"name": "loans", "approval": {"state": "not-applicable"}}]}}) == expectation.says({"violation": {expectation.item(
		"/system/use/uses/0/approval/state",
		"The approval of the use \"loans\" is recorded as not applicable, but it is obligatory for every use.",
	)}})
	said_of({"use": {"uses": [{"name": "loans", "approval": {"state": "done", "completedOn": "2026-12"}}]}}) == expectation.says({"violation": {expectation.item(
		"/system/use/uses/0/approval/completedOn",
		"The approval of the use \"loans\" is recorded as completed in 2026-12, which lies in the future of 2026-11-01.",
	)}})
}

test_stale_after_its_last_day if {
	said_of({"use": {"uses": [{"name": "loans", "approval": {"state": "done", "validUntil": "2026-10"}}]}}) == expectation.says({"stale": {expectation.item(
		"/system/use/uses/0/approval/validUntil",
		"The approval of the use \"loans\" was valid until 2026-10, which is before 2026-11-01.",
	)}})
}

test_pending_while_under_way if {
	said_of({"use": {"uses": [{"name": "loans", "approval": {"state": "in-progress"}}]}}) == expectation.says({"pending": {expectation.item(
		"/system/use/uses/0/approval/state",
		"The approval of the use \"loans\" is in progress.",
	)}})
}

test_missing_when_blank if {
	said_of({}) == expectation.says({"missing": {expectation.item(
		"/system/use/uses",
		"Nobody recorded the uses of the system.",
	)}})
	said_of({"use": {}}) == expectation.says({"missing": {expectation.item(
		"/system/use/uses",
		"Nobody recorded the uses of the system.",
	)}})
	said_of({"use": {"uses": [{"name": "loans"}]}}) == expectation.says({"missing": {expectation.item(
		"/system/use/uses/0/approval",
		"The approval of the use \"loans\" is blank: nobody recorded how far it got.",
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
