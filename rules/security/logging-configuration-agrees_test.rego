package aims.rules.logging_configuration_agrees_test

import data.aims.lib.expectation_test as expectation
import data.aims.rules.logging_configuration_agrees as rule

said(system, evidence) := verdict if {
	about := object.union(expectation.about(system), {"evidence": evidence})
	verdict := rule.verdict with input as about with data.params as expectation.params
}

concerned := {"lifecycle": {"stage": "deployed"}}

said_of(recorded, evidence) := said(object.union(concerned, recorded), evidence)

test_passes_when_they_agree if {
	said_of({"logging": {"retentionDays": 365, "configuration": {"retentionDays": 365}}}, [{"id": "configuration", "kind": "configuration", "title": "Configuration", "controls": ["iso42001:A.6.2.8"], "state": "approved", "systemVersion": "4.2", "effectiveFrom": "2025-11-01", "uri": "https://records.example/1"}]) == expectation.says({"observed": {
		expectation.item("/evidence/0", "\"Configuration\" is recorded as the configuration of event logging, dated on 2025-11-01."),
		expectation.item("/system/logging/configuration/retentionDays", "The configuration keeps event logs for 365 days, and the record says 365."),
	}})
	said_of({"logging": {"retentionDays": 0, "configuration": {"retentionDays": 0}}}, [{"id": "configuration", "kind": "configuration", "title": "Configuration", "controls": ["iso42001:A.6.2.8"], "state": "approved", "systemVersion": "4.2", "effectiveFrom": "2025-11-01", "uri": "https://records.example/1"}]) == expectation.says({"observed": {
		expectation.item("/evidence/0", "\"Configuration\" is recorded as the configuration of event logging, dated on 2025-11-01."),
		expectation.item("/system/logging/configuration/retentionDays", "The configuration keeps event logs for 0 days, and the record says 0."),
	}})
}

test_fails_when_they_differ if {
	said_of({"logging": {"retentionDays": 365, "configuration": {"retentionDays": 364}}}, [{"id": "configuration", "kind": "configuration", "title": "Configuration", "controls": ["iso42001:A.6.2.8"], "state": "approved", "systemVersion": "4.2", "effectiveFrom": "2025-11-01", "uri": "https://records.example/1"}]) == expectation.says({
		"violation": {expectation.item(
			"/system/logging/configuration/retentionDays",
			"The configuration keeps event logs for 364 days, but the record says 365.",
		)},
		"observed": {expectation.item(
			"/evidence/0",
			"\"Configuration\" is recorded as the configuration of event logging, dated on 2025-11-01.",
		)},
	})
	said_of({"logging": {"retentionDays": 365, "configuration": {"retentionDays": 365}}}, [{"id": "configuration", "kind": "configuration", "title": "Configuration", "controls": ["iso42001:A.6.2.8"], "state": "approved", "systemVersion": "4.2", "effectiveFrom": "2025-11-01", "uri": "https://records.example/1", "fileState": "differs"}]) == expectation.says({
		"violation": {expectation.item(
			"/evidence/0/sha256",
			"\"Configuration\" names a file whose content is not the one that was recorded.",
		)},
		"observed": {expectation.item(
			"/system/logging/configuration/retentionDays",
			"The configuration keeps event logs for 365 days, and the record says 365.",
		)},
	})
}

test_stale_after_the_limit if {
	said_of({"logging": {"retentionDays": 365, "configuration": {"retentionDays": 365}}}, [{"id": "configuration", "kind": "configuration", "title": "Configuration", "controls": ["iso42001:A.6.2.8"], "state": "approved", "systemVersion": "4.2", "effectiveFrom": "2025-10-31", "uri": "https://records.example/1"}]) == expectation.says({
		"stale": {expectation.item(
			"/evidence/0",
			"\"Configuration\" is 366 days old, dated on 2025-10-31; the limit is 365 days.",
		)},
		"observed": {expectation.item(
			"/system/logging/configuration/retentionDays",
			"The configuration keeps event logs for 365 days, and the record says 365.",
		)},
	})
}

test_pending_for_a_draft if {
	said_of({"logging": {"retentionDays": 365, "configuration": {"retentionDays": 365}}}, [{"id": "configuration", "kind": "configuration", "title": "Configuration", "controls": ["iso42001:A.6.2.8"], "state": "draft", "systemVersion": "4.2", "effectiveFrom": "2025-11-01", "uri": "https://records.example/1"}]) == expectation.says({
		"pending": {expectation.item(
			"/evidence/0/state",
			"\"Configuration\" is a draft.",
		)},
		"observed": {expectation.item(
			"/system/logging/configuration/retentionDays",
			"The configuration keeps event logs for 365 days, and the record says 365.",
		)},
	})
}

test_missing_when_blank if {
	said_of({}, []) == expectation.says({"missing": {
		expectation.item("/evidence", "No evidence record for iso42001:A.6.2.8 holds the configuration of event logging (kind: configuration)."),
		expectation.item("/system/logging/configuration/retentionDays", "Nobody recorded for how many days the configuration keeps event logs."),
		expectation.item("/system/logging/retentionDays", "Nobody recorded for how many days event logs are kept."),
	}})
	said_of({"logging": {"retentionDays": 365, "configuration": {"retentionDays": 365}}}, [{"id": "policy", "kind": "policy", "title": "Policy", "controls": ["iso42001:A.6.2.8"], "state": "approved", "systemVersion": "4.2", "effectiveFrom": "2025-11-01", "uri": "https://records.example/1"}]) == expectation.says({
		"missing": {expectation.item(
			"/evidence",
			"No evidence record for iso42001:A.6.2.8 holds the configuration of event logging (kind: configuration).",
		)},
		"observed": {expectation.item(
			"/system/logging/configuration/retentionDays",
			"The configuration keeps event logs for 365 days, and the record says 365.",
		)},
	})
	said_of({"logging": {"retentionDays": 365}}, [{"id": "configuration", "kind": "configuration", "title": "Configuration", "controls": ["iso42001:A.6.2.8"], "state": "approved", "systemVersion": "4.2", "effectiveFrom": "2025-11-01", "uri": "https://records.example/1"}]) == expectation.says({
		"missing": {expectation.item(
			"/system/logging/configuration/retentionDays",
			"Nobody recorded for how many days the configuration keeps event logs.",
		)},
		"observed": {expectation.item(
			"/evidence/0",
			"\"Configuration\" is recorded as the configuration of event logging, dated on 2025-11-01.",
		)},
	})
	said_of({"logging": {"configuration": {"retentionDays": 365}}}, [{"id": "configuration", "kind": "configuration", "title": "Configuration", "controls": ["iso42001:A.6.2.8"], "state": "approved", "systemVersion": "4.2", "effectiveFrom": "2025-11-01", "uri": "https://records.example/1"}]) == expectation.says({
		"missing": {expectation.item(
			"/system/logging/retentionDays",
			"Nobody recorded for how many days event logs are kept.",
		)},
		"observed": {expectation.item(
			"/evidence/0",
			"\"Configuration\" is recorded as the configuration of event logging, dated on 2025-11-01.",
		)},
	})
}

test_reads_the_limit_from_the_profile if {
	by_profile_0 := rule.verdict with input as object.union(expectation.about(object.union(concerned, {"logging": {"retentionDays": 365, "configuration": {"retentionDays": 365}}})), {"evidence": [{"id": "configuration", "kind": "configuration", "title": "Configuration", "controls": ["iso42001:A.6.2.8"], "state": "approved", "systemVersion": "4.2", "effectiveFrom": "2025-11-01", "uri": "https://records.example/1"}]}) with data.params as {"logging-configuration-max-age": 364}
	by_profile_0 == expectation.says({
		"stale": {expectation.item(
			"/evidence/0",
			"\"Configuration\" is 365 days old, dated on 2025-11-01; the limit is 364 days.",
		)},
		"observed": {expectation.item(
			"/system/logging/configuration/retentionDays",
			"The configuration keeps event logs for 365 days, and the record says 365.",
		)},
	})
	not rule.verdict with input as object.union(expectation.about(object.union(concerned, {"logging": {"retentionDays": 365, "configuration": {"retentionDays": 365}}})), {"evidence": [{"id": "configuration", "kind": "configuration", "title": "Configuration", "controls": ["iso42001:A.6.2.8"], "state": "approved", "systemVersion": "4.2", "effectiveFrom": "2025-11-01", "uri": "https://records.example/1"}]}) with data.params as {}
}

test_concerns_deployed_systems if {
	said_of({"lifecycle": {"stage": "pilot"}}, []) == expectation.outside({expectation.not_deployed("pilot")})
	said({}, []) == expectation.stage_blank
	said_of({"lifecycle": {"stage": "unknown"}}, []) == expectation.stage_unknown
}
