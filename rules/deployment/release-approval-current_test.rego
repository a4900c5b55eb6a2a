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

test_passes_when_changed_and_approved_on_one_day if {
	said_of({"deployment": {"approval": {"completedOn": "2026-05-02"}}, "changes": [{"what": "new features", "on": "2026-05-02", "substantial": "yes"}]}) == expectation.says({"observed": {expectation.item(
		"/system/deployment/approval/completedOn",
		"The approval of the release was given on 2026-05-02; no substantial change is recorded since.",
	)}})
	said_of({"deployment": {"approval": {"completedOn": "2026-05"}}, "changes": [{"what": "new features", "on": "2026-05", "substantial": "yes"}]}) == expectation.says({"stale": {expectation.item(
		"/system/deployment/approval/completedOn",
		"The approval of the release was given in 2026-05; nothing proves that the substantial change (new features, in 2026-05) was before that.",
	)}})
}

released := {
	"version": "4.2",
	"deployment": {"approval": {"completedOn": "2026-05-02"}, "approvedVersion": "4.2", "releasedOn": "2026-05-04"},
	"changes": [{"what": "new features", "on": "2026-05-04", "substantial": "yes"}],
}

since_then := {expectation.item(
	"/system/deployment/approval/completedOn",
	"The approval of the release was given on 2026-05-02; since then the system was changed substantially (new features, on 2026-05-04).",
)}

test_passes_when_changed_by_the_release_that_was_approved if {
	said_of(released) == expectation.says({"observed": {expectation.item(
		"/system/deployment/approval/completedOn",
		"The approval of the release was given on 2026-05-02; no substantial change is recorded since, other than what was released on 2026-05-04.",
	)}})
	unknown := object.union(released, {"changes": [{"what": "new features", "on": "2026-05-04"}]})
	said_of(unknown) == expectation.says({"observed": {expectation.item(
		"/system/deployment/approval/completedOn",
		"The approval of the release was given on 2026-05-02; no substantial change is recorded since.",
	)}})
}

test_stale_when_another_version_or_day_was_released if {
	every other in [
		{"version": "4.3"},
		{"deployment": {"releasedOn": "2026-05-03"}},
		{"deployment": {"releasedOn": "2026-05"}},
	] {
		said_of(object.union(released, other)) == expectation.says({"stale": since_then})
	}
	said_of(json.remove(released, ["version"])) == expectation.says({"stale": since_then})
	said_of(json.remove(released, ["deployment/approvedVersion"])) == expectation.says({"stale": since_then})
	vague := object.union(released, {"deployment": {"releasedOn": "2026-06"}, "changes": [{"what": "new features", "on": "2026-06", "substantial": "yes"}]})
	object.keys(said_of(vague)) == {"applicable", "stale"}
	later := object.union(released, {"deployment": {"approval": {"completedOn": "2026-05-05"}}})
	object.keys(said_of(later)) == {"applicable", "observed"}
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
