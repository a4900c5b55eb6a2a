package aims.rules.guardrails_configured_test

import data.aims.lib.expectation_test as expectation
import data.aims.rules.guardrails_configured as rule

said(system, evidence) := verdict if {
	about := object.union(expectation.about(system), {"evidence": evidence})
	verdict := rule.verdict with input as about with data.params as expectation.params
}

concerned := {"lifecycle": {"stage": "deployed"}}

said_of(recorded, evidence) := said(object.union(concerned, recorded), evidence)

test_passes_until_the_limit if {
	said_of({}, [{"id": "configuration", "kind": "configuration", "title": "Configuration", "controls": ["iso42001:A.9.4"], "state": "approved", "systemVersion": "4.2", "effectiveFrom": "2025-11-01", "uri": "https://records.example/1"}]) == expectation.says({"observed": {expectation.item(
		"/evidence/0",
		"\"Configuration\" is recorded as the configuration that keeps the use within its purpose, dated on 2025-11-01.",
	)}})
	said_of({}, [{"id": "policy", "kind": "policy", "title": "Policy", "controls": ["iso42001:A.9.4"], "state": "approved", "systemVersion": "4.2", "effectiveFrom": "2025-11-01", "uri": "https://records.example/1"}]) == expectation.says({"observed": {expectation.item(
		"/evidence/0",
		"\"Policy\" is recorded as the configuration that keeps the use within its purpose, dated on 2025-11-01.",
	)}})
}

test_fails_when_the_file_differs if {
	said_of({}, [{"id": "configuration", "kind": "configuration", "title": "Configuration", "controls": ["iso42001:A.9.4"], "state": "approved", "systemVersion": "4.2", "effectiveFrom": "2025-11-01", "uri": "https://records.example/1", "fileState": "differs"}]) == expectation.says({"violation": {expectation.item(
		"/evidence/0/sha256",
		"\"Configuration\" names a file whose content is not the one that was recorded.",
	)}})
}

test_stale_after_the_limit if {
	said_of({}, [{"id": "configuration", "kind": "configuration", "title": "Configuration", "controls": ["iso42001:A.9.4"], "state": "approved", "systemVersion": "4.2", "effectiveFrom": "2025-10-31", "uri": "https://records.example/1"}]) == expectation.says({"stale": {expectation.item(
		"/evidence/0",
		"\"Configuration\" is 366 days old, dated on 2025-10-31; the limit is 365 days.",
	)}})
}

test_pending_for_a_draft if {
	said_of({}, [{"id": "configuration", "kind": "configuration", "title": "Configuration", "controls": ["iso42001:A.9.4"], "state": "draft", "systemVersion": "4.2", "effectiveFrom": "2025-11-01", "uri": "https://records.example/1"}]) == expectation.says({"pending": {expectation.item(
		"/evidence/0/state",
		"\"Configuration\" is a draft.",
	)}})
}

test_missing_when_not_there if {
	said_of({}, []) == expectation.says({"missing": {expectation.item(
		"/evidence",
		"No evidence record for iso42001:A.9.4 holds the configuration that keeps the use within its purpose (kind: configuration, kind: policy).",
	)}})
	said_of({}, [{"id": "report", "kind": "report", "title": "Report", "controls": ["iso42001:A.9.4"], "state": "approved", "systemVersion": "4.2", "effectiveFrom": "2025-11-01", "uri": "https://records.example/1"}]) == expectation.says({"missing": {expectation.item(
		"/evidence",
		"No evidence record for iso42001:A.9.4 holds the configuration that keeps the use within its purpose (kind: configuration, kind: policy).",
	)}})
	said_of({}, [{"id": "configuration", "kind": "configuration", "title": "Configuration", "controls": ["iso42001:A.6.2.8"], "state": "approved", "systemVersion": "4.2", "effectiveFrom": "2025-11-01", "uri": "https://records.example/1"}]) == expectation.says({"missing": {expectation.item(
		"/evidence",
		"No evidence record for iso42001:A.9.4 holds the configuration that keeps the use within its purpose (kind: configuration, kind: policy).",
	)}})
}

test_reads_the_limit_from_the_profile if {
	by_profile_0 := rule.verdict with input as object.union(expectation.about(object.union(concerned, {})), {"evidence": [{"id": "configuration", "kind": "configuration", "title": "Configuration", "controls": ["iso42001:A.9.4"], "state": "approved", "systemVersion": "4.2", "effectiveFrom": "2025-11-01", "uri": "https://records.example/1"}]}) with data.params as {"guardrails-max-age": 364}
	by_profile_0 == expectation.says({"stale": {expectation.item(
		"/evidence/0",
		"\"Configuration\" is 365 days old, dated on 2025-11-01; the limit is 364 days.",
	)}})
	not rule.verdict with input as object.union(expectation.about(object.union(concerned, {})), {"evidence": [{"id": "configuration", "kind": "configuration", "title": "Configuration", "controls": ["iso42001:A.9.4"], "state": "approved", "systemVersion": "4.2", "effectiveFrom": "2025-11-01", "uri": "https://records.example/1"}]}) with data.params as {}
}

test_concerns_deployed_systems if {
	said_of({"lifecycle": {"stage": "pilot"}}, []) == expectation.outside({expectation.not_deployed("pilot")})
	said({}, []) == expectation.stage_blank
	said_of({"lifecycle": {"stage": "unknown"}}, []) == expectation.stage_unknown
}
