package aims.rules.release_approved_test

import data.aims.lib.expectation_test as expectation
import data.aims.rules.release_approved as rule

said(system) := verdict if {
	verdict := rule.verdict with input as expectation.about(system) with data.params as expectation.params
}

concerned := {"lifecycle": {"stage": "deployed"}}

said_of(recorded) := said(object.union(concerned, recorded))

test_passes_for_the_approved_version if {
	said_of({"version": "4.2", "deployment": {"approval": {"state": "done", "completedOn": "2026-05-02", "by": "Ada Lind"}, "approvedVersion": "4.2"}}) == expectation.says({"observed": {
		expectation.item("/system/deployment/approval", "The approval of the release was completed on 2026-05-02, 183 days before 2026-11-01."),
		expectation.item("/system/deployment/approvedVersion", "Version 4.2 is approved, and version 4.2 is in use."),
	}})
}

test_fails_for_another_version if {
	said_of({"version": "4.3", "deployment": {"approval": {"state": "done", "completedOn": "2026-05-02", "by": "Ada Lind"}, "approvedVersion": "4.2"}}) == expectation.says({
		"violation": {expectation.item(
			"/system/deployment/approvedVersion",
			"Version 4.2 is approved, but version 4.3 is in use.",
		)},
		"observed": {expectation.item(
			"/system/deployment/approval",
			"The approval of the release was completed on 2026-05-02, 183 days before 2026-11-01.",
		)},
	})
}

test_fails_without_approval if {
	said_of({"version": "4.2", "deployment": {"approval": {"state": "not-done", "by": "Ada Lind"}, "approvedVersion": "4.2"}}) == expectation.says({
		"violation": {expectation.item(
			"/system/deployment/approval/state",
			"The approval of the release is recorded as not done.",
		)},
		"observed": {expectation.item(
			"/system/deployment/approvedVersion",
			"Version 4.2 is approved, and version 4.2 is in use.",
		)},
	})
	said_of({"version": "4.2", "deployment": {"approval": {"state": "not-applicable", "note": "Small.", "by": "Ada Lind"}, "approvedVersion": "4.2"}}) == expectation.says({
		"violation": {expectation.item(
			"/system/deployment/approval/state",
			"The approval of the release is recorded as not applicable, but it is obligatory for every deployed system.",
		)},
		"observed": {expectation.item(
			"/system/deployment/approvedVersion",
			"Version 4.2 is approved, and version 4.2 is in use.",
		)},
	})
}

test_stale_after_its_last_day if {
	said_of({"version": "4.2", "deployment": {"approval": {"state": "done", "validUntil": "2026-10-31", "by": "Ada Lind"}, "approvedVersion": "4.2"}}) == expectation.says({
		"stale": {expectation.item(
			"/system/deployment/approval/validUntil",
			"The approval of the release was valid until 2026-10-31, which is before 2026-11-01.",
		)},
		"observed": {expectation.item(
			"/system/deployment/approvedVersion",
			"Version 4.2 is approved, and version 4.2 is in use.",
		)},
	})
}

test_pending_while_under_way if {
	said_of({"version": "4.2", "deployment": {"approval": {"state": "in-progress", "by": "Ada Lind"}, "approvedVersion": "4.2"}}) == expectation.says({
		"pending": {expectation.item(
			"/system/deployment/approval/state",
			"The approval of the release is in progress.",
		)},
		"observed": {expectation.item(
			"/system/deployment/approvedVersion",
			"Version 4.2 is approved, and version 4.2 is in use.",
		)},
	})
}

test_missing_when_blank if {
	said_of({}) == expectation.says({"missing": {
		expectation.item("/system/deployment/approval", "The approval of the release is blank: nobody recorded how far it got."),
		expectation.item("/system/deployment/approval/by", "Nobody recorded who approved the release."),
		expectation.item("/system/deployment/approvedVersion", "Nobody recorded which version was approved."),
		expectation.item("/system/version", "Nobody recorded which version is in use."),
	}})
	said_of({"deployment": {}}) == expectation.says({"missing": {
		expectation.item("/system/deployment/approval", "The approval of the release is blank: nobody recorded how far it got."),
		expectation.item("/system/deployment/approval/by", "Nobody recorded who approved the release."),
		expectation.item("/system/deployment/approvedVersion", "Nobody recorded which version was approved."),
		expectation.item("/system/version", "Nobody recorded which version is in use."),
	}})
	said_of({"version": "unknown", "deployment": {"approval": {"state": "done"}, "approvedVersion": "unknown"}}) == expectation.says({
		"missing": {
			expectation.item("/system/deployment/approval/by", "Nobody recorded who approved the release."),
			expectation.item("/system/deployment/approvedVersion", "Which version was approved is recorded as unknown."),
			expectation.item("/system/version", "Which version is in use is recorded as unknown."),
		},
		"observed": {expectation.item(
			"/system/deployment/approval",
			"The approval of the release is recorded as done; no date of completion is recorded.",
		)},
	})
}

test_concerns_deployed_systems if {
	said_of({"lifecycle": {"stage": "pilot"}}) == expectation.outside({expectation.not_deployed("pilot")})
	said({}) == expectation.stage_blank
	said_of({"lifecycle": {"stage": "unknown"}}) == expectation.stage_unknown
}
