package aims.rules.approval_before_release_test

import data.aims.lib.expectation_test as expectation
import data.aims.rules.approval_before_release as rule

said(system) := verdict if {
	verdict := rule.verdict with input as expectation.about(system) with data.params as expectation.params
}

concerned := {"lifecycle": {"stage": "deployed"}}

said_of(recorded) := said(object.union(concerned, recorded))

test_passes_when_approved_first if {
	said_of({"deployment": {"approval": {"completedOn": "2026-05-02"}, "releasedOn": "2026-05-03"}}) == expectation.says({"observed": {expectation.item(
		"/system/deployment/approval/completedOn",
		"The release was approved on 2026-05-02 and put into use on 2026-05-03.",
	)}})
	said_of({"deployment": {"approval": {"completedOn": "2026-05-02"}, "releasedOn": "2026-05-02"}}) == expectation.says({"observed": {expectation.item(
		"/system/deployment/approval/completedOn",
		"The release was approved on 2026-05-02 and put into use on 2026-05-02.",
	)}})
	said_of({"deployment": {"approval": {"completedOn": "2026-04"}, "releasedOn": "2026-05"}}) == expectation.says({"observed": {expectation.item(
		"/system/deployment/approval/completedOn",
		"The release was approved in 2026-04 and put into use in 2026-05.",
	)}})
}

test_fails_when_approved_in_the_future if {
	said_of({"deployment": {"approval": {"completedOn": "2026-11-02"}, "releasedOn": "2026-11-03"}}) == expectation.says({"violation": {expectation.item(
		"/system/deployment/approval/completedOn",
		"The release was approved on 2026-11-02 and put into use on 2026-11-03; the first day lies in the future of 2026-11-01.",
	)}})
}

test_fails_when_approved_later if {
	said_of({"deployment": {"approval": {"completedOn": "2026-05-03"}, "releasedOn": "2026-05-02"}}) == expectation.says({"violation": {expectation.item(
		"/system/deployment/approval/completedOn",
		"The release was approved on 2026-05-03 and put into use on 2026-05-02: the approval came after the first day of use.",
	)}})
	said_of({"deployment": {"approval": {"completedOn": "2026-06"}, "releasedOn": "2026-05-31"}}) == expectation.says({"violation": {expectation.item(
		"/system/deployment/approval/completedOn",
		"The release was approved in 2026-06 and put into use on 2026-05-31: the approval came after the first day of use.",
	)}})
}

test_pending_when_dates_leave_it_open if {
	said_of({"deployment": {"approval": {"completedOn": "2026-05"}, "releasedOn": "2026-05"}}) == expectation.says({"pending": {expectation.item(
		"/system/deployment/approval/completedOn",
		"The release was approved in 2026-05 and put into use in 2026-05; nothing proves the order.",
	)}})
	said_of({"deployment": {"approval": {"completedOn": "2026-05"}, "releasedOn": "2026-05-30"}}) == expectation.says({"pending": {expectation.item(
		"/system/deployment/approval/completedOn",
		"The release was approved in 2026-05 and put into use on 2026-05-30; nothing proves the order.",
	)}})
}

test_missing_when_blank if {
	said_of({}) == expectation.says({"missing": {
		expectation.item("/system/deployment/approval/completedOn", "Nobody recorded when the release was approved."),
		expectation.item("/system/deployment/releasedOn", "Nobody recorded when the version in use was released."),
	}})
	said_of({"deployment": {"releasedOn": "2026-05-02"}}) == expectation.says({"missing": {expectation.item(
		"/system/deployment/approval/completedOn",
		"Nobody recorded when the release was approved.",
	)}})
	said_of({"deployment": {"approval": {"completedOn": "2026-05-02"}}}) == expectation.says({"missing": {expectation.item(
		"/system/deployment/releasedOn",
		"Nobody recorded when the version in use was released.",
	)}})
	said_of({"deployment": {"approval": {"completedOn": "May"}, "releasedOn": "soon"}}) == expectation.says({"missing": {
		expectation.item("/system/deployment/approval/completedOn", "The day that says when the release was approved cannot be read: May."),
		expectation.item("/system/deployment/releasedOn", "The day that says when the version in use was released cannot be read: soon."),
	}})
}

test_concerns_deployed_systems if {
	said_of({"lifecycle": {"stage": "pilot"}}) == expectation.outside({expectation.not_deployed("pilot")})
	said({}) == expectation.stage_blank
	said_of({"lifecycle": {"stage": "unknown"}}) == expectation.stage_unknown
}
