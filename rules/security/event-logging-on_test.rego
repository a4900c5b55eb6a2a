package aims.rules.event_logging_on_test

import data.aims.lib.expectation_test as expectation
import data.aims.rules.event_logging_on as rule

said(system) := verdict if {
	verdict := rule.verdict with input as expectation.about(system) with data.params as expectation.params
}

concerned := {"lifecycle": {"stage": "deployed"}}

said_of(recorded) := said(object.union(concerned, recorded))

test_passes_when_on_in_use if {
	said_of({"logging": {"enabled": "yes", "retentionDays": 365, "stages": ["pilot", "deployed"]}}) == expectation.says({"observed": {
		expectation.item("/system/logging/enabled", "Event logging is on."),
		expectation.item("/system/logging/retentionDays", "Event logs are kept for 365 days."),
		expectation.item("/system/logging/stages", "Event logging is on while the system is deployed."),
	}})
}

test_fails_when_off if {
	said_of({"logging": {"enabled": "no", "retentionDays": 365, "stages": ["deployed"]}}) == expectation.says({
		"violation": {expectation.item(
			"/system/logging/enabled",
			"Event logging is recorded as not enabled.",
		)},
		"observed": {
			expectation.item("/system/logging/retentionDays", "Event logs are kept for 365 days."),
			expectation.item("/system/logging/stages", "Event logging is on while the system is deployed."),
		},
	})
	said_of({"logging": {"enabled": "yes", "retentionDays": 365, "stages": ["pilot"]}}) == expectation.says({
		"violation": {expectation.item(
			"/system/logging/stages",
			"Event logging is recorded as on in other stages only, not while the system is deployed.",
		)},
		"observed": {
			expectation.item("/system/logging/enabled", "Event logging is on."),
			expectation.item("/system/logging/retentionDays", "Event logs are kept for 365 days."),
		},
	})
	said_of({"logging": {"enabled": "yes", "retentionDays": 365, "stages": []}}) == expectation.says({
		"violation": {expectation.item(
			"/system/logging/stages",
			"Event logging is recorded as on in other stages only, not while the system is deployed.",
		)},
		"observed": {
			expectation.item("/system/logging/enabled", "Event logging is on."),
			expectation.item("/system/logging/retentionDays", "Event logs are kept for 365 days."),
		},
	})
}

test_missing_when_blank if {
	said_of({}) == expectation.says({"missing": {
		expectation.item("/system/logging/enabled", "Nobody recorded whether event logging is enabled."),
		expectation.item("/system/logging/retentionDays", "Nobody recorded for how many days event logs are kept."),
		expectation.item("/system/logging/stages", "Nobody recorded in which stages event logging is on."),
	}})
	said_of({"logging": {"enabled": "unknown", "stages": ["deployed"], "retentionDays": 30}}) == expectation.says({
		"missing": {expectation.item(
			"/system/logging/enabled",
			"Whether event logging is enabled is recorded as unknown.",
		)},
		"observed": {
			expectation.item("/system/logging/retentionDays", "Event logs are kept for 30 days."),
			expectation.item("/system/logging/stages", "Event logging is on while the system is deployed."),
		},
	})
	said_of({"logging": {"enabled": "yes", "retentionDays": 365}}) == expectation.says({
		"missing": {expectation.item(
			"/system/logging/stages",
			"Nobody recorded in which stages event logging is on.",
		)},
		"observed": {
			expectation.item("/system/logging/enabled", "Event logging is on."),
			expectation.item("/system/logging/retentionDays", "Event logs are kept for 365 days."),
		},
	})
	said_of({"logging": {"enabled": "yes", "stages": ["deployed"]}}) == expectation.says({
		"missing": {expectation.item(
			"/system/logging/retentionDays",
			"Nobody recorded for how many days event logs are kept.",
		)},
		"observed": {
			expectation.item("/system/logging/enabled", "Event logging is on."),
			expectation.item("/system/logging/stages", "Event logging is on while the system is deployed."),
		},
	})
}

test_concerns_deployed_systems if {
	said_of({"lifecycle": {"stage": "pilot"}}) == expectation.outside({expectation.not_deployed("pilot")})
	said({}) == expectation.stage_blank
	said_of({"lifecycle": {"stage": "unknown"}}) == expectation.stage_unknown
}
