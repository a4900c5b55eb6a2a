package aims.rules.incident_notification_decided_test

import data.aims.lib.expectation_test as expectation
import data.aims.rules.incident_notification_decided as rule

said(system) := verdict if {
	verdict := rule.verdict with input as expectation.about(system) with data.params as expectation.params
}

concerned := {"lifecycle": {"stage": "deployed"}}

said_of(recorded) := said(object.union(concerned, recorded))

test_passes_when_decided_in_time if {
	said_of({"incidents": [{"id": "FR-1", "knownOn": "2026-05-18", "owner": "Tomas", "notification": {"decision": "notify", "decidedOn": "2026-05-21", "decidedBy": "Rosa", "reason": "Payments held back."}}, {"id": "FR-2", "knownOn": "2026-05-18", "owner": "Tomas", "notification": {"decision": "not-needed", "decidedOn": "2026-05-18", "decidedBy": "Rosa", "reason": "Payments held back."}}]}) == expectation.says({"observed": {
		expectation.item("/system/incidents/0/notification", "The decision about the incident \"FR-1\" is recorded with somebody who decided, an outcome and a reason."),
		expectation.item("/system/incidents/0/notification/decidedOn", "The incident \"FR-1\" was known on 2026-05-18 and decided about on 2026-05-21, at most 3 days apart."),
		expectation.item("/system/incidents/1/notification", "The decision about the incident \"FR-2\" is recorded with somebody who decided, an outcome and a reason."),
		expectation.item("/system/incidents/1/notification/decidedOn", "The incident \"FR-2\" was known on 2026-05-18 and decided about on 2026-05-18, at most 3 days apart."),
	}})
	said_of({"incidents": []}) == expectation.says({"observed": {expectation.item(
		"/system/incidents",
		"The list of the incidents is recorded as empty: there are none.",
	)}})
}

test_fails_in_the_future_or_before_it_was_known if {
	said_of({"incidents": [{"id": "FR-1", "knownOn": "2026-11-01", "owner": "Tomas", "notification": {"decision": "notify", "decidedOn": "2026-11-02", "decidedBy": "Rosa", "reason": "Payments held back."}}]}) == expectation.says({
		"violation": {expectation.item(
			"/system/incidents/0/notification/decidedOn",
			"The incident \"FR-1\" was known on 2026-11-01 and decided about on 2026-11-02; the second day lies in the future of 2026-11-01.",
		)},
		"observed": {expectation.item(
			"/system/incidents/0/notification",
			"The decision about the incident \"FR-1\" is recorded with somebody who decided, an outcome and a reason.",
		)},
	})
	said_of({"incidents": [{"id": "FR-1", "knownOn": "2026-05-18", "owner": "Tomas", "notification": {"decision": "notify", "decidedOn": "2026-05-17", "decidedBy": "Rosa", "reason": "Payments held back."}}]}) == expectation.says({
		"violation": {expectation.item(
			"/system/incidents/0/notification/decidedOn",
			"The incident \"FR-1\" was known on 2026-05-18 and decided about on 2026-05-17; the second day comes before the first.",
		)},
		"observed": {expectation.item(
			"/system/incidents/0/notification",
			"The decision about the incident \"FR-1\" is recorded with somebody who decided, an outcome and a reason.",
		)},
	})
}

test_fails_when_decided_late if {
	said_of({"incidents": [{"id": "FR-1", "knownOn": "2026-05-18", "owner": "Tomas", "notification": {"decision": "notify", "decidedOn": "2026-05-22", "decidedBy": "Rosa", "reason": "Payments held back."}}]}) == expectation.says({
		"violation": {expectation.item(
			"/system/incidents/0/notification/decidedOn",
			"The incident \"FR-1\" was known on 2026-05-18 and decided about on 2026-05-22, more than 3 days apart.",
		)},
		"observed": {expectation.item(
			"/system/incidents/0/notification",
			"The decision about the incident \"FR-1\" is recorded with somebody who decided, an outcome and a reason.",
		)},
	})
	said_of({"incidents": [{"id": "FR-1", "knownOn": "2026-05-18", "owner": "Tomas", "notification": {"decision": "notify", "decidedOn": "2026-06", "decidedBy": "Rosa", "reason": "Payments held back."}}]}) == expectation.says({
		"violation": {expectation.item(
			"/system/incidents/0/notification/decidedOn",
			"The incident \"FR-1\" was known on 2026-05-18 and decided about in 2026-06, more than 3 days apart.",
		)},
		"observed": {expectation.item(
			"/system/incidents/0/notification",
			"The decision about the incident \"FR-1\" is recorded with somebody who decided, an outcome and a reason.",
		)},
	})
}

test_pending_when_open if {
	said_of({"incidents": [{"id": "FR-1", "knownOn": "2026-05-18", "owner": "Tomas", "notification": {"decision": "notify", "decidedOn": "2026-05", "decidedBy": "Rosa", "reason": "Payments held back."}}]}) == expectation.says({
		"pending": {expectation.item(
			"/system/incidents/0/notification/decidedOn",
			"The incident \"FR-1\" was known on 2026-05-18 and decided about in 2026-05; nothing proves that the two are at most 3 days apart.",
		)},
		"observed": {expectation.item(
			"/system/incidents/0/notification",
			"The decision about the incident \"FR-1\" is recorded with somebody who decided, an outcome and a reason.",
		)},
	})
	said_of({"incidents": [{"id": "FR-1", "knownOn": "2026-05-18", "owner": "Tomas", "notification": {"decision": "notify", "decidedOn": "2026-05-18"}}]}) == expectation.says({
		"pending": {expectation.item(
			"/system/incidents/0/notification",
			"The decision about the incident \"FR-1\" is recorded without somebody who decided and a reason.",
		)},
		"observed": {expectation.item(
			"/system/incidents/0/notification/decidedOn",
			"The incident \"FR-1\" was known on 2026-05-18 and decided about on 2026-05-18, at most 3 days apart.",
		)},
	})
}

test_missing_when_blank if {
	said_of({}) == expectation.says({"missing": {expectation.item(
		"/system/incidents",
		"Nobody recorded the incidents.",
	)}})
	said_of({"incidents": [{"id": "FR-1", "knownOn": "2026-05-18", "owner": "Tomas"}]}) == expectation.says({"missing": {expectation.item(
		"/system/incidents/0/notification/decision",
		"Nobody recorded whether somebody has to be told of the incident \"FR-1\".",
	)}})
	said_of({"incidents": [{"id": "FR-1", "knownOn": "2026-05-18", "owner": "Tomas", "notification": {"decision": "unknown"}}]}) == expectation.says({"missing": {expectation.item(
		"/system/incidents/0/notification/decision",
		"Whether somebody has to be told of the incident \"FR-1\" is recorded as unknown.",
	)}})
	said_of({"incidents": [{"id": "FR-1", "notification": {"decision": "notify", "decidedOn": "2026-05-21", "decidedBy": "Rosa", "reason": "Payments held back."}}]}) == expectation.says({
		"missing": {expectation.item(
			"/system/incidents/0/knownOn",
			"Nobody recorded when the incident \"FR-1\" became known.",
		)},
		"observed": {expectation.item(
			"/system/incidents/0/notification",
			"The decision about the incident \"FR-1\" is recorded with somebody who decided, an outcome and a reason.",
		)},
	})
	said_of({"incidents": [{"id": "FR-1", "knownOn": "2026-05-18", "owner": "Tomas", "notification": {"decision": "notify", "decidedBy": "Rosa", "reason": "R"}}]}) == expectation.says({
		"missing": {expectation.item(
			"/system/incidents/0/notification/decidedOn",
			"Nobody recorded when it was decided whether somebody has to be told of the incident \"FR-1\".",
		)},
		"observed": {expectation.item(
			"/system/incidents/0/notification",
			"The decision about the incident \"FR-1\" is recorded with somebody who decided, an outcome and a reason.",
		)},
	})
	said_of({"incidents": [{"id": "FR-1", "knownOn": "May", "owner": "Tomas", "notification": {"decision": "notify", "decidedOn": "2026-05-21", "decidedBy": "Rosa", "reason": "Payments held back."}}]}) == expectation.says({
		"missing": {expectation.item(
			"/system/incidents/0/knownOn",
			"The day that says when the incident \"FR-1\" became known cannot be read: May.",
		)},
		"observed": {expectation.item(
			"/system/incidents/0/notification",
			"The decision about the incident \"FR-1\" is recorded with somebody who decided, an outcome and a reason.",
		)},
	})
}

test_reads_the_limit_from_the_profile if {
	by_profile_0 := rule.verdict with input as expectation.about(object.union(concerned, {"incidents": [{"id": "FR-1", "knownOn": "2026-05-18", "owner": "Tomas", "notification": {"decision": "notify", "decidedOn": "2026-05-21", "decidedBy": "Rosa", "reason": "Payments held back."}}]})) with data.params as {"incident-decision-days": 2}
	by_profile_0 == expectation.says({
		"violation": {expectation.item(
			"/system/incidents/0/notification/decidedOn",
			"The incident \"FR-1\" was known on 2026-05-18 and decided about on 2026-05-21, more than 2 days apart.",
		)},
		"observed": {expectation.item(
			"/system/incidents/0/notification",
			"The decision about the incident \"FR-1\" is recorded with somebody who decided, an outcome and a reason.",
		)},
	})
	not rule.verdict with input as expectation.about(object.union(concerned, {"incidents": [{"id": "FR-1", "knownOn": "2026-05-18", "owner": "Tomas", "notification": {"decision": "notify", "decidedOn": "2026-05-21", "decidedBy": "Rosa", "reason": "Payments held back."}}]})) with data.params as {}
}

test_concerns_systems_in_use if {
	not rule.verdict with input as expectation.about({"lifecycle": {"stage": "development"}}) with data.params as {}
	said_of({"lifecycle": {"stage": "development"}}) == expectation.outside({expectation.item(
		"/system/lifecycle/stage",
		"The stage of the life cycle is development; the rule concerns systems in a pilot or deployed.",
	)})
	said({}) == expectation.stage_blank
	said_of({"lifecycle": {"stage": "unknown"}}) == expectation.stage_unknown
}
