package aims.rules.user_information_kept_test

import data.aims.lib.expectation_test as expectation
import data.aims.rules.user_information_kept as rule

said(system, evidence) := verdict if {
	about := object.union(expectation.about(system), {"evidence": evidence})
	verdict := rule.verdict with input as about with data.params as expectation.params
}

concerned := {"lifecycle": {"stage": "deployed"}, "version": "4.2"}

said_of(recorded, evidence) := said(object.union(concerned, recorded), evidence)

test_passes_until_the_limit if {
	said_of({}, [{"id": "instructions", "kind": "instructions", "title": "Instructions", "controls": ["iso42001:A.8.2"], "state": "approved", "systemVersion": "4.2", "effectiveFrom": "2025-11-01", "uri": "https://records.example/1", "sections": ["Purpose", "AI system", "How to use it", "Limits", "Accuracy", "Human oversight", "Contact", "Updates"], "owner": "Ines"}]) == expectation.says({"observed": {expectation.item(
		"/evidence/0",
		"\"Instructions\" is recorded as the information for users, dated on 2025-11-01.",
	)}})
	said_of({}, [{"id": "instructions", "kind": "instructions", "title": "Instructions", "controls": ["iso42001:A.8.2"], "state": "approved", "systemVersion": "4.2", "effectiveFrom": "2025-11-01", "uri": "https://records.example/1", "sections": ["PURPOSE", "AI SYSTEM", "HOW TO USE IT", "LIMITS", "ACCURACY", "HUMAN OVERSIGHT", "CONTACT", "UPDATES", "History"], "owner": "Ines"}]) == expectation.says({"observed": {expectation.item(
		"/evidence/0",
		"\"Instructions\" is recorded as the information for users, dated on 2025-11-01.",
	)}})
}

test_fails_when_the_file_is_missing if {
	said_of({}, [{"id": "instructions", "kind": "instructions", "title": "Instructions", "controls": ["iso42001:A.8.2"], "state": "approved", "systemVersion": "4.2", "effectiveFrom": "2025-11-01", "uri": "https://records.example/1", "sections": ["Purpose", "AI system", "How to use it", "Limits", "Accuracy", "Human oversight", "Contact", "Updates"], "owner": "Ines", "fileState": "missing"}]) == expectation.says({"violation": {expectation.item(
		"/evidence/0/path",
		"\"Instructions\" names a file that is not there.",
	)}})
}

test_stale_for_another_version_or_after_the_limit if {
	said_of({"version": "4.3"}, [{"id": "instructions", "kind": "instructions", "title": "Instructions", "controls": ["iso42001:A.8.2"], "state": "approved", "systemVersion": "4.2", "effectiveFrom": "2025-11-01", "uri": "https://records.example/1", "sections": ["Purpose", "AI system", "How to use it", "Limits", "Accuracy", "Human oversight", "Contact", "Updates"], "owner": "Ines"}]) == expectation.says({"stale": {expectation.item(
		"/evidence/0/systemVersion",
		"\"Instructions\" is about version 4.2; version 4.3 is in use.",
	)}})
	said_of({}, [{"id": "instructions", "kind": "instructions", "title": "Instructions", "controls": ["iso42001:A.8.2"], "state": "approved", "systemVersion": "4.2", "effectiveFrom": "2025-10-31", "uri": "https://records.example/1", "sections": ["Purpose", "AI system", "How to use it", "Limits", "Accuracy", "Human oversight", "Contact", "Updates"], "owner": "Ines"}]) == expectation.says({"stale": {expectation.item(
		"/evidence/0",
		"\"Instructions\" is 366 days old, dated on 2025-10-31; the limit is 365 days.",
	)}})
}

test_pending_without_a_topic_or_an_owner if {
	said_of({}, [{"id": "instructions", "kind": "instructions", "title": "Instructions", "controls": ["iso42001:A.8.2"], "state": "approved", "systemVersion": "4.2", "effectiveFrom": "2025-11-01", "uri": "https://records.example/1", "sections": ["Purpose", "AI system", "How to use it", "Limits", "Accuracy", "Human oversight"], "owner": "Ines"}]) == expectation.says({"pending": {expectation.item(
		"/evidence/0",
		"\"Instructions\" has no section \"Contact\" and no section \"Updates\".",
	)}})
	said_of({}, [{"id": "instructions", "kind": "instructions", "title": "Instructions", "controls": ["iso42001:A.8.2"], "state": "approved", "systemVersion": "4.2", "effectiveFrom": "2025-11-01", "uri": "https://records.example/1", "sections": ["Purpose", "AI system", "How to use it", "Limits", "Accuracy", "Human oversight", "Contact", "Updates"]}]) == expectation.says({"pending": {expectation.item(
		"/evidence/0",
		"\"Instructions\" is recorded without an owner.",
	)}})
}

test_missing_when_not_there if {
	said_of({}, []) == expectation.says({"missing": {expectation.item(
		"/evidence",
		"No evidence record for iso42001:A.8.2 holds the information for users (kind: instructions).",
	)}})
	said_of({}, [{"id": "instructions", "kind": "instructions", "title": "Instructions", "controls": ["iso42001:A.6.2.7"], "state": "approved", "systemVersion": "4.2", "effectiveFrom": "2025-11-01", "uri": "https://records.example/1", "sections": ["Purpose", "AI system", "How to use it", "Limits", "Accuracy", "Human oversight", "Contact", "Updates"], "owner": "Ines"}]) == expectation.says({"missing": {expectation.item(
		"/evidence",
		"No evidence record for iso42001:A.8.2 holds the information for users (kind: instructions).",
	)}})
	said({"lifecycle": {"stage": "deployed"}}, [{"id": "instructions", "kind": "instructions", "title": "Instructions", "controls": ["iso42001:A.8.2"], "state": "approved", "systemVersion": "4.2", "effectiveFrom": "2025-11-01", "uri": "https://records.example/1", "sections": ["Purpose", "AI system", "How to use it", "Limits", "Accuracy", "Human oversight", "Contact", "Updates"], "owner": "Ines"}]) == expectation.says({"missing": {expectation.item(
		"/system/version",
		"Nobody recorded which version of the system is in use, so that nobody can tell what the information for users has to be about.",
	)}})
}

test_reads_the_limit_from_the_profile if {
	by_profile_0 := rule.verdict with input as object.union(expectation.about(object.union(concerned, {})), {"evidence": [{"id": "instructions", "kind": "instructions", "title": "Instructions", "controls": ["iso42001:A.8.2"], "state": "approved", "systemVersion": "4.2", "effectiveFrom": "2025-11-01", "uri": "https://records.example/1", "sections": ["Purpose", "AI system", "How to use it", "Limits", "Accuracy", "Human oversight", "Contact", "Updates"], "owner": "Ines"}]}) with data.params as {"user-information-max-age": 364}
	by_profile_0 == expectation.says({"stale": {expectation.item(
		"/evidence/0",
		"\"Instructions\" is 365 days old, dated on 2025-11-01; the limit is 364 days.",
	)}})
	not rule.verdict with input as object.union(expectation.about(object.union(concerned, {})), {"evidence": [{"id": "instructions", "kind": "instructions", "title": "Instructions", "controls": ["iso42001:A.8.2"], "state": "approved", "systemVersion": "4.2", "effectiveFrom": "2025-11-01", "uri": "https://records.example/1", "sections": ["Purpose", "AI system", "How to use it", "Limits", "Accuracy", "Human oversight", "Contact", "Updates"], "owner": "Ines"}]}) with data.params as {}
}

test_concerns_deployed_systems if {
	said_of({"lifecycle": {"stage": "pilot"}}, []) == expectation.outside({expectation.not_deployed("pilot")})
	said({}, []) == expectation.stage_blank
	said_of({"lifecycle": {"stage": "unknown"}}, []) == expectation.stage_unknown
}
