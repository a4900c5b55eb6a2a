package aims.rules.release_approval_current_test

import data.aims.lib.expectation_test as expectation
import data.aims.rules.release_approval_current as rule

said(system) := verdict if {
	verdict := rule.verdict with input as expectation.about(system) with data.params as expectation.params
}

concerned := {"lifecycle": {"stage": "deployed"}}

said_of(recorded) := said(object.union(concerned, recorded))

test_passes_when_nothing_changed_since if {
	said_of({"deployment": {"approval": {"completedOn": "2026-05-02"}}, "changes": [{"what": "new features", "on": "2026-05-01", "substantial": "yes"}]}) == expectation.says({"observed": {expectation.item(
		"/system/deployment/approval/completedOn",
		"The approval of the release was given on 2026-05-02; no substantial change is recorded since.",
	)}})
}

test_stale_after_a_substantial_change if {
	said_of({"deployment": {"approval": {"completedOn": "2026-05-02"}}, "changes": [{"what": "new features", "on": "2026-05-03", "substantial": "yes"}]}) == expectation.says({"stale": {expectation.item(
		"/system/deployment/approval/completedOn",
		"The approval of the release was given on 2026-05-02; since then the system was changed substantially (new features, on 2026-05-03).",
	)}})
}

test_fails_when_dated_in_the_future if {
	said_of({"deployment": {"approval": {"completedOn": "2026-12-02"}}}) == expectation.says({"violation": {expectation.item(
		"/system/deployment/approval/completedOn",
		"The approval of the release is recorded as given on 2026-12-02, which lies in the future of 2026-11-01.",
	)}})
}

test_missing_when_nobody_can_tell if {
	said_of({}) == expectation.says({
		"missing": {expectation.item(
			"/system/deployment/approval/completedOn",
			"Nobody recorded when the release was approved.",
		)},
		"observed": {expectation.item(
			"/system/deployment/approval/completedOn",
			"No substantial change is recorded after which the approval of the release would have to be given again.",
		)},
	})
	said_of({"changes": [{"what": "new features", "on": "2026-05-03", "substantial": "yes"}]}) == expectation.says({"missing": {
		expectation.item("/system/deployment/approval/completedOn", "Nobody recorded when the approval of the release was given, and the system was changed substantially on 2026-05-03 (new features)."),
		expectation.item("/system/deployment/approval/completedOn", "Nobody recorded when the release was approved."),
	}})
}

test_concerns_deployed_systems if {
	said_of({"lifecycle": {"stage": "pilot"}}) == expectation.outside({expectation.not_deployed("pilot")})
	said({}) == expectation.stage_blank
	said_of({"lifecycle": {"stage": "unknown"}}) == expectation.stage_unknown
}
