package aims.rules.changes_approved_test

import data.aims.lib.expectation_test as expectation
import data.aims.rules.changes_approved as rule

said(system) := verdict if {
	verdict := rule.verdict with input as expectation.about(system) with data.params as expectation.params
}

concerned := {"lifecycle": {"stage": "deployed"}}

said_of(recorded) := said(object.union(concerned, recorded))

test_passes_when_approved_first if {
	said_of({"changes": [{"what": "new features", "on": "2026-01-19", "why": "Better separation", "approvedBy": "Risk Committee", "approvedOn": "2026-01-12"}, {"what": "more data", "on": "2026-01-19", "why": "Better separation", "approvedBy": "Risk Committee", "approvedOn": "2026-01-19"}]}) == expectation.says({"observed": {
		expectation.item("/system/changes/0", "The change \"new features\" is recorded with an approver, the day of the approval, a day and a reason."),
		expectation.item("/system/changes/0/approvedOn", "The change \"new features\" was approved on 2026-01-12 and made on 2026-01-19."),
		expectation.item("/system/changes/1", "The change \"more data\" is recorded with an approver, the day of the approval, a day and a reason."),
		expectation.item("/system/changes/1/approvedOn", "The change \"more data\" was approved on 2026-01-19 and made on 2026-01-19."),
	}})
	said_of({"changes": []}) == expectation.says({"observed": {expectation.item(
		"/system/changes",
		"The list of the changes since deployment is recorded as empty: there are none.",
	)}})
	said_of({"lifecycle": {"stage": "pilot"}, "changes": [{"what": "new features", "on": "2026-01-19", "why": "Better separation", "approvedBy": "Risk Committee", "approvedOn": "2026-01-12"}]}) == expectation.says({"observed": {
		expectation.item("/system/changes/0", "The change \"new features\" is recorded with an approver, the day of the approval, a day and a reason."),
		expectation.item("/system/changes/0/approvedOn", "The change \"new features\" was approved on 2026-01-12 and made on 2026-01-19."),
	}})
}

test_fails_when_approved_later if {
	said_of({"changes": [{"what": "new features", "on": "2026-01-19", "why": "Better separation", "approvedBy": "Risk Committee", "approvedOn": "2026-01-20"}]}) == expectation.says({
		"violation": {expectation.item(
			"/system/changes/0/approvedOn",
			"The change \"new features\" was approved on 2026-01-20 and made on 2026-01-19: it was made before it was approved.",
		)},
		"observed": {expectation.item(
			"/system/changes/0",
			"The change \"new features\" is recorded with an approver, the day of the approval, a day and a reason.",
		)},
	})
}

test_pending_without_approval if {
	said_of({"changes": [{"what": "new features", "on": "2026-01-19"}, {"what": "more"}]}) == expectation.says({"pending": {
		expectation.item("/system/changes/0", "The change \"new features\" is recorded without an approver, the day of the approval and a reason."),
		expectation.item("/system/changes/1", "The change \"more\" is recorded without an approver, the day of the approval, a day and a reason."),
	}})
	said_of({"changes": [{"what": "new features", "on": "2026-01-19", "why": "Better separation", "approvedBy": "Risk Committee", "approvedOn": "2026-01"}]}) == expectation.says({
		"pending": {expectation.item(
			"/system/changes/0/approvedOn",
			"The change \"new features\" was approved in 2026-01 and made on 2026-01-19; nothing proves the order.",
		)},
		"observed": {expectation.item(
			"/system/changes/0",
			"The change \"new features\" is recorded with an approver, the day of the approval, a day and a reason.",
		)},
	})
}

test_missing_when_blank if {
	said_of({}) == expectation.says({"missing": {expectation.item(
		"/system/changes",
		"Nobody recorded the changes since deployment.",
	)}})
	said_of({"changes": [{"what": "new features", "on": "2026-01-19", "why": "Better separation", "approvedBy": "Risk Committee", "approvedOn": "last year"}]}) == expectation.says({
		"missing": {expectation.item(
			"/system/changes/0/approvedOn",
			"The day that says when the change was approved cannot be read: last year.",
		)},
		"observed": {expectation.item(
			"/system/changes/0",
			"The change \"new features\" is recorded with an approver, the day of the approval, a day and a reason.",
		)},
	})
	said_of({"changes": [{"what": "new features", "on": "soon", "why": "Better separation", "approvedBy": "Risk Committee", "approvedOn": "2026-01-12"}]}) == expectation.says({
		"missing": {expectation.item(
			"/system/changes/0/on",
			"The day that says when the change was made cannot be read: soon.",
		)},
		"observed": {expectation.item(
			"/system/changes/0",
			"The change \"new features\" is recorded with an approver, the day of the approval, a day and a reason.",
		)},
	})
}

test_concerns_systems_in_use if {
	said_of({"lifecycle": {"stage": "development"}}) == expectation.outside({expectation.item(
		"/system/lifecycle/stage",
		"The stage of the life cycle is development; the rule concerns systems in a pilot or deployed.",
	)})
	said({}) == expectation.stage_blank
	said_of({"lifecycle": {"stage": "unknown"}}) == expectation.stage_unknown
}
