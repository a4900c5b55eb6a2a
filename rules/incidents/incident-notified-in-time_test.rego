package aims.rules.incident_notified_in_time_test

import data.aims.lib.expectation_test as expectation
import data.aims.rules.incident_notified_in_time as rule

said(system) := verdict if {
	verdict := rule.verdict with input as expectation.about(system) with data.params as expectation.params
}

concerned := {"lifecycle": {"stage": "deployed"}}

said_of(recorded) := said(object.union(concerned, recorded))

test_passes_when_in_time_or_not_needed if {
	said_of({"incidents": [{"id": "FR-1", "knownOn": "2026-05-18", "owner": "Tomas", "notification": {"decision": "notify", "decidedOn": "2026-05-21", "decidedBy": "Rosa", "reason": "Payments held back."}, "notified": "yes", "notifiedOn": "2026-06-02"}, {"id": "FR-2", "knownOn": "2026-05-18", "owner": "Tomas", "notification": {"decision": "not-needed", "decidedOn": "2026-05-21", "decidedBy": "Rosa", "reason": "Payments held back."}}]}) == expectation.says({"observed": {
		expectation.item("/system/incidents/0/notifiedOn", "The incident \"FR-1\" was known on 2026-05-18 and reported on 2026-06-02, at most 15 days apart."),
		expectation.item("/system/incidents/1", "Nobody has to be told of the incident \"FR-2\"."),
	}})
	said_of({"incidents": []}) == expectation.says({"observed": {expectation.item(
		"/system/incidents",
		"The list of the incidents is recorded as empty: there are none.",
	)}})
}

test_fails_when_late if {
	said_of({"incidents": [{"id": "FR-1", "knownOn": "2026-05-18", "owner": "Tomas", "notification": {"decision": "notify", "decidedOn": "2026-05-21", "decidedBy": "Rosa", "reason": "Payments held back."}, "notified": "yes", "notifiedOn": "2026-06-03"}]}) == expectation.says({"violation": {expectation.item(
		"/system/incidents/0/notifiedOn",
		"The incident \"FR-1\" was known on 2026-05-18 and reported on 2026-06-03, more than 15 days apart.",
	)}})
	said_of({"incidents": [{"id": "FR-1", "knownOn": "2026-10-16", "owner": "Tomas", "notification": {"decision": "notify", "decidedOn": "2026-05-21", "decidedBy": "Rosa", "reason": "Payments held back."}, "notified": "no"}]}) == expectation.says({"violation": {expectation.item(
		"/system/incidents/0/notified",
		"Who has to be told of the incident \"FR-1\" is not told; at most 15 days after it became known are allowed.",
	)}})
}

test_pending_when_open if {
	said_of({"incidents": [{"id": "FR-1", "knownOn": "2026-10-17", "owner": "Tomas", "notification": {"decision": "notify", "decidedOn": "2026-05-21", "decidedBy": "Rosa", "reason": "Payments held back."}, "notified": "no"}]}) == expectation.says({"pending": {expectation.item(
		"/system/incidents/0/notified",
		"Who has to be told of the incident \"FR-1\" is not told; at most 15 days after it became known are allowed.",
	)}})
	said_of({"incidents": [{"id": "FR-1", "knownOn": "2026-11-02", "owner": "Tomas", "notification": {"decision": "notify", "decidedOn": "2026-05-21", "decidedBy": "Rosa", "reason": "Payments held back."}, "notified": "no"}]}) == expectation.says({"pending": {expectation.item(
		"/system/incidents/0/notified",
		"Who has to be told of the incident \"FR-1\" is not told; at most 15 days after it became known are allowed.",
	)}})
	said_of({"incidents": [{"id": "FR-1", "knownOn": "2026-05-18", "owner": "Tomas", "notification": {"decision": "notify", "decidedOn": "2026-05-21", "decidedBy": "Rosa", "reason": "Payments held back."}, "notifiedOn": "2026-06"}]}) == expectation.says({"pending": {expectation.item(
		"/system/incidents/0/notifiedOn",
		"The incident \"FR-1\" was known on 2026-05-18 and reported in 2026-06; nothing proves that the two are at most 15 days apart.",
	)}})
	said_of({"incidents": [{"id": "FR-1", "notification": {"decision": "notify", "decidedOn": "2026-05-21", "decidedBy": "Rosa", "reason": "Payments held back."}, "notified": "no"}]}) == expectation.says({
		"missing": {expectation.item(
			"/system/incidents/0/knownOn",
			"Nobody recorded when the incident \"FR-1\" became known.",
		)},
		"pending": {expectation.item(
			"/system/incidents/0/notified",
			"Who has to be told of the incident \"FR-1\" is not told; at most 15 days after it became known are allowed.",
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
	said_of({"incidents": [{"id": "FR-1", "knownOn": "2026-05-18", "owner": "Tomas", "notification": {"decision": "notify", "decidedOn": "2026-05-21", "decidedBy": "Rosa", "reason": "Payments held back."}}]}) == expectation.says({"missing": {expectation.item(
		"/system/incidents/0/notifiedOn",
		"Nobody recorded when who has to be told of the incident \"FR-1\" was told.",
	)}})
	said_of({"incidents": [{"id": "FR-1", "notification": {"decision": "notify", "decidedOn": "2026-05-21", "decidedBy": "Rosa", "reason": "Payments held back."}, "notifiedOn": "2026-06-02"}]}) == expectation.says({"missing": {expectation.item(
		"/system/incidents/0/knownOn",
		"Nobody recorded when the incident \"FR-1\" became known.",
	)}})
}

test_reads_the_limit_from_the_profile if {
	by_profile_0 := rule.verdict with input as expectation.about(object.union(concerned, {"incidents": [{"id": "FR-1", "knownOn": "2026-05-18", "owner": "Tomas", "notification": {"decision": "notify", "decidedOn": "2026-05-21", "decidedBy": "Rosa", "reason": "Payments held back."}, "notifiedOn": "2026-06-02"}]})) with data.params as {"incident-notification-days": 14}
	by_profile_0 == expectation.says({"violation": {expectation.item(
		"/system/incidents/0/notifiedOn",
		"The incident \"FR-1\" was known on 2026-05-18 and reported on 2026-06-02, more than 14 days apart.",
	)}})
	not rule.verdict with input as expectation.about(object.union(concerned, {"incidents": [{"id": "FR-1", "knownOn": "2026-05-18", "owner": "Tomas", "notification": {"decision": "notify", "decidedOn": "2026-05-21", "decidedBy": "Rosa", "reason": "Payments held back."}, "notifiedOn": "2026-06-02"}]})) with data.params as {}
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
