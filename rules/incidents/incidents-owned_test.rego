package aims.rules.incidents_owned_test

import data.aims.lib.expectation_test as expectation
import data.aims.rules.incidents_owned as rule

said(system) := verdict if {
	verdict := rule.verdict with input as expectation.about(system) with data.params as expectation.params
}

concerned := {"lifecycle": {"stage": "deployed"}}

said_of(recorded) := said(object.union(concerned, recorded))

test_passes_when_open_ones_have_an_owner if {
	said_of({"incidents": [{"id": "FR-1", "knownOn": "2026-05-18", "owner": "Tomas", "state": "open", "severity": "high", "occurredOn": "2026-10"}, {"id": "FR-2", "knownOn": "2026-05-18", "owner": "Tomas", "state": "closed"}]}) == expectation.says({"observed": {expectation.item(
		"/system/incidents/0",
		"The incident \"FR-1\" is recorded with the day on which it happened, an owner and a severity.",
	)}})
	said_of({"incidents": []}) == expectation.says({"observed": {expectation.item(
		"/system/incidents",
		"The list of the incidents is recorded as empty: there are none.",
	)}})
	said_of({"incidents": [{"id": "FR-1", "knownOn": "2026-05-18", "owner": "Tomas", "state": "closed"}]}) == expectation.says({"observed": {expectation.item(
		"/system/incidents",
		"No incident is open.",
	)}})
}

test_pending_without_an_owner if {
	said_of({"incidents": [{"id": "FR-1", "state": "open", "severity": "unknown", "occurredOn": "2026-10"}, {"id": "FR-2"}]}) == expectation.says({"pending": {
		expectation.item("/system/incidents/0", "The incident \"FR-1\" is recorded without an owner and a severity."),
		expectation.item("/system/incidents/1", "The incident \"FR-2\" is recorded without the day on which it happened, an owner and a severity."),
	}})
}

test_missing_when_blank if {
	said_of({}) == expectation.says({"missing": {expectation.item(
		"/system/incidents",
		"Nobody recorded the incidents.",
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
