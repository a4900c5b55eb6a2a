package aims.rules.documents_for_version_test

import data.aims.lib.expectation_test as expectation
import data.aims.rules.documents_for_version as rule

said(system, evidence) := verdict if {
	about := object.union(expectation.about(system), {"evidence": evidence})
	verdict := rule.verdict with input as about with data.params as expectation.params
}

concerned := {"lifecycle": {"stage": "deployed"}, "version": "4.2"}

said_of(recorded, evidence) := said(object.union(concerned, recorded), evidence)

test_passes_when_all_are_there if {
	said_of({}, [{"id": "specification", "kind": "specification", "title": "Specification", "controls": ["iso42001:A.6.2.7"], "state": "approved", "systemVersion": "4.2", "effectiveFrom": "2025-11-01", "uri": "https://records.example/1"}, {"id": "model-card", "kind": "model-card", "title": "Model-card", "controls": ["iso42001:A.6.2.7"], "state": "approved", "systemVersion": "4.2", "effectiveFrom": "2025-11-01", "uri": "https://records.example/1"}, {"id": "datasheet", "kind": "datasheet", "title": "Datasheet", "controls": ["iso42001:A.6.2.7"], "state": "approved", "systemVersion": "4.2", "effectiveFrom": "2025-11-01", "uri": "https://records.example/1"}, {"id": "instructions", "kind": "instructions", "title": "Instructions", "controls": ["iso42001:A.6.2.7"], "state": "approved", "systemVersion": "4.2", "effectiveFrom": "2025-11-01", "uri": "https://records.example/1"}]) == expectation.says({"observed": {
		expectation.item("/evidence/0", "\"Specification\" is recorded as the technical description, dated on 2025-11-01."),
		expectation.item("/evidence/1", "\"Model-card\" is recorded as the description of the models, dated on 2025-11-01."),
		expectation.item("/evidence/2", "\"Datasheet\" is recorded as the description of the data, dated on 2025-11-01."),
		expectation.item("/evidence/3", "\"Instructions\" is recorded as the instructions for use, dated on 2025-11-01."),
	}})
	said_of({}, [{"id": "design", "kind": "design", "title": "Design", "controls": ["iso42001:A.6.2.7"], "state": "approved", "systemVersion": "4.2", "effectiveFrom": "2025-11-01", "uri": "https://records.example/1"}, {"id": "model-card", "kind": "model-card", "title": "Model-card", "controls": ["iso42001:A.6.2.7"], "state": "approved", "systemVersion": "4.2", "effectiveFrom": "2025-11-01", "uri": "https://records.example/1"}, {"id": "datasheet", "kind": "datasheet", "title": "Datasheet", "controls": ["iso42001:A.6.2.7"], "state": "approved", "systemVersion": "4.2", "effectiveFrom": "2025-11-01", "uri": "https://records.example/1"}, {"id": "instructions", "kind": "instructions", "title": "Instructions", "controls": ["iso42001:A.6.2.7"], "state": "approved", "systemVersion": "4.2", "effectiveFrom": "2025-11-01", "uri": "https://records.example/1"}]) == expectation.says({"observed": {
		expectation.item("/evidence/0", "\"Design\" is recorded as the technical description, dated on 2025-11-01."),
		expectation.item("/evidence/1", "\"Model-card\" is recorded as the description of the models, dated on 2025-11-01."),
		expectation.item("/evidence/2", "\"Datasheet\" is recorded as the description of the data, dated on 2025-11-01."),
		expectation.item("/evidence/3", "\"Instructions\" is recorded as the instructions for use, dated on 2025-11-01."),
	}})
}

test_fails_when_a_file_is_missing if {
	said_of({}, [{"id": "specification", "kind": "specification", "title": "Specification", "controls": ["iso42001:A.6.2.7"], "state": "approved", "systemVersion": "4.2", "effectiveFrom": "2025-11-01", "uri": "https://records.example/1", "fileState": "missing"}, {"id": "model-card", "kind": "model-card", "title": "Model-card", "controls": ["iso42001:A.6.2.7"], "state": "approved", "systemVersion": "4.2", "effectiveFrom": "2025-11-01", "uri": "https://records.example/1"}, {"id": "datasheet", "kind": "datasheet", "title": "Datasheet", "controls": ["iso42001:A.6.2.7"], "state": "approved", "systemVersion": "4.2", "effectiveFrom": "2025-11-01", "uri": "https://records.example/1"}, {"id": "instructions", "kind": "instructions", "title": "Instructions", "controls": ["iso42001:A.6.2.7"], "state": "approved", "systemVersion": "4.2", "effectiveFrom": "2025-11-01", "uri": "https://records.example/1"}]) == expectation.says({
		"violation": {expectation.item(
			"/evidence/0/path",
			"\"Specification\" names a file that is not there.",
		)},
		"observed": {
			expectation.item("/evidence/1", "\"Model-card\" is recorded as the description of the models, dated on 2025-11-01."),
			expectation.item("/evidence/2", "\"Datasheet\" is recorded as the description of the data, dated on 2025-11-01."),
			expectation.item("/evidence/3", "\"Instructions\" is recorded as the instructions for use, dated on 2025-11-01."),
		},
	})
}

test_stale_for_another_version_or_after_the_limit if {
	said_of({"version": "4.3"}, [{"id": "specification", "kind": "specification", "title": "Specification", "controls": ["iso42001:A.6.2.7"], "state": "approved", "systemVersion": "4.2", "effectiveFrom": "2025-11-01", "uri": "https://records.example/1"}, {"id": "model-card", "kind": "model-card", "title": "Model-card", "controls": ["iso42001:A.6.2.7"], "state": "approved", "systemVersion": "4.2", "effectiveFrom": "2025-11-01", "uri": "https://records.example/1"}, {"id": "datasheet", "kind": "datasheet", "title": "Datasheet", "controls": ["iso42001:A.6.2.7"], "state": "approved", "systemVersion": "4.2", "effectiveFrom": "2025-11-01", "uri": "https://records.example/1"}, {"id": "instructions", "kind": "instructions", "title": "Instructions", "controls": ["iso42001:A.6.2.7"], "state": "approved", "systemVersion": "4.2", "effectiveFrom": "2025-11-01", "uri": "https://records.example/1"}]) == expectation.says({"stale": {
		expectation.item("/evidence/0/systemVersion", "\"Specification\" is about version 4.2; version 4.3 is in use."),
		expectation.item("/evidence/1/systemVersion", "\"Model-card\" is about version 4.2; version 4.3 is in use."),
		expectation.item("/evidence/2/systemVersion", "\"Datasheet\" is about version 4.2; version 4.3 is in use."),
		expectation.item("/evidence/3/systemVersion", "\"Instructions\" is about version 4.2; version 4.3 is in use."),
	}})
	said_of({}, [{"id": "specification", "kind": "specification", "title": "Specification", "controls": ["iso42001:A.6.2.7"], "state": "approved", "systemVersion": "4.2", "effectiveFrom": "2025-10-31", "uri": "https://records.example/1"}, {"id": "model-card", "kind": "model-card", "title": "Model-card", "controls": ["iso42001:A.6.2.7"], "state": "approved", "systemVersion": "4.2", "effectiveFrom": "2025-11-01", "uri": "https://records.example/1"}, {"id": "datasheet", "kind": "datasheet", "title": "Datasheet", "controls": ["iso42001:A.6.2.7"], "state": "approved", "systemVersion": "4.2", "effectiveFrom": "2025-11-01", "uri": "https://records.example/1"}, {"id": "instructions", "kind": "instructions", "title": "Instructions", "controls": ["iso42001:A.6.2.7"], "state": "approved", "systemVersion": "4.2", "effectiveFrom": "2025-11-01", "uri": "https://records.example/1"}]) == expectation.says({
		"stale": {expectation.item(
			"/evidence/0",
			"\"Specification\" is 366 days old, dated on 2025-10-31; the limit is 365 days.",
		)},
		"observed": {
			expectation.item("/evidence/1", "\"Model-card\" is recorded as the description of the models, dated on 2025-11-01."),
			expectation.item("/evidence/2", "\"Datasheet\" is recorded as the description of the data, dated on 2025-11-01."),
			expectation.item("/evidence/3", "\"Instructions\" is recorded as the instructions for use, dated on 2025-11-01."),
		},
	})
}

test_pending_for_a_draft if {
	said_of({}, [{"id": "specification", "kind": "specification", "title": "Specification", "controls": ["iso42001:A.6.2.7"], "state": "approved", "systemVersion": "4.2", "effectiveFrom": "2025-11-01", "uri": "https://records.example/1"}, {"id": "model-card", "kind": "model-card", "title": "Model-card", "controls": ["iso42001:A.6.2.7"], "state": "approved", "systemVersion": "4.2", "effectiveFrom": "2025-11-01", "uri": "https://records.example/1"}, {"id": "datasheet", "kind": "datasheet", "title": "Datasheet", "controls": ["iso42001:A.6.2.7"], "state": "approved", "systemVersion": "4.2", "effectiveFrom": "2025-11-01", "uri": "https://records.example/1"}, {"id": "instructions", "kind": "instructions", "title": "Instructions", "controls": ["iso42001:A.6.2.7"], "state": "draft", "systemVersion": "4.2", "effectiveFrom": "2025-11-01", "uri": "https://records.example/1"}]) == expectation.says({
		"pending": {expectation.item(
			"/evidence/3/state",
			"\"Instructions\" is a draft.",
		)},
		"observed": {
			expectation.item("/evidence/0", "\"Specification\" is recorded as the technical description, dated on 2025-11-01."),
			expectation.item("/evidence/1", "\"Model-card\" is recorded as the description of the models, dated on 2025-11-01."),
			expectation.item("/evidence/2", "\"Datasheet\" is recorded as the description of the data, dated on 2025-11-01."),
		},
	})
}

test_missing_when_not_there if {
	said_of({}, []) == expectation.says({"missing": {
		expectation.item("/evidence", "No evidence record for iso42001:A.6.2.7 holds the description of the data (kind: datasheet)."),
		expectation.item("/evidence", "No evidence record for iso42001:A.6.2.7 holds the description of the models (kind: model-card)."),
		expectation.item("/evidence", "No evidence record for iso42001:A.6.2.7 holds the instructions for use (kind: instructions)."),
		expectation.item("/evidence", "No evidence record for iso42001:A.6.2.7 holds the technical description (kind: specification, kind: design)."),
	}})
	said({"lifecycle": {"stage": "deployed"}}, [{"id": "specification", "kind": "specification", "title": "Specification", "controls": ["iso42001:A.6.2.7"], "state": "approved", "systemVersion": "4.2", "effectiveFrom": "2025-11-01", "uri": "https://records.example/1"}, {"id": "model-card", "kind": "model-card", "title": "Model-card", "controls": ["iso42001:A.6.2.7"], "state": "approved", "systemVersion": "4.2", "effectiveFrom": "2025-11-01", "uri": "https://records.example/1"}, {"id": "datasheet", "kind": "datasheet", "title": "Datasheet", "controls": ["iso42001:A.6.2.7"], "state": "approved", "systemVersion": "4.2", "effectiveFrom": "2025-11-01", "uri": "https://records.example/1"}, {"id": "instructions", "kind": "instructions", "title": "Instructions", "controls": ["iso42001:A.6.2.7"], "state": "approved", "systemVersion": "4.2", "effectiveFrom": "2025-11-01", "uri": "https://records.example/1"}]) == expectation.says({"missing": {
		expectation.item("/system/version", "Nobody recorded which version of the system is in use, so that nobody can tell what the description of the data has to be about."),
		expectation.item("/system/version", "Nobody recorded which version of the system is in use, so that nobody can tell what the description of the models has to be about."),
		expectation.item("/system/version", "Nobody recorded which version of the system is in use, so that nobody can tell what the instructions for use has to be about."),
		expectation.item("/system/version", "Nobody recorded which version of the system is in use, so that nobody can tell what the technical description has to be about."),
	}})
	said_of({}, [{"id": "specification", "kind": "specification", "title": "Specification", "controls": ["iso42001:A.6.2.7"], "state": "approved", "systemVersion": "4.2", "effectiveFrom": "2025-11-01", "uri": "https://records.example/1"}, {"id": "model-card", "kind": "model-card", "title": "Model-card", "controls": ["iso42001:A.6.2.7"], "state": "approved", "systemVersion": "4.2", "effectiveFrom": "2025-11-01", "uri": "https://records.example/1"}, {"id": "datasheet", "kind": "datasheet", "title": "Datasheet", "controls": ["iso42001:A.6.2.7"], "state": "approved", "systemVersion": "4.2", "effectiveFrom": "2025-11-01", "uri": "https://records.example/1"}, {"id": "instructions", "kind": "instructions", "title": "Instructions", "controls": ["iso42001:A.6.2.7"], "state": "approved", "effectiveFrom": "2025-11-01", "uri": "https://records.example/1"}]) == expectation.says({
		"missing": {expectation.item(
			"/evidence/3",
			"\"Instructions\" does not say which version of the system it is about.",
		)},
		"observed": {
			expectation.item("/evidence/0", "\"Specification\" is recorded as the technical description, dated on 2025-11-01."),
			expectation.item("/evidence/1", "\"Model-card\" is recorded as the description of the models, dated on 2025-11-01."),
			expectation.item("/evidence/2", "\"Datasheet\" is recorded as the description of the data, dated on 2025-11-01."),
		},
	})
}

test_reads_the_limit_from_the_profile if {
	by_profile_0 := rule.verdict with input as object.union(expectation.about(object.union(concerned, {})), {"evidence": [{"id": "specification", "kind": "specification", "title": "Specification", "controls": ["iso42001:A.6.2.7"], "state": "approved", "systemVersion": "4.2", "effectiveFrom": "2025-11-01", "uri": "https://records.example/1"}, {"id": "model-card", "kind": "model-card", "title": "Model-card", "controls": ["iso42001:A.6.2.7"], "state": "approved", "systemVersion": "4.2", "effectiveFrom": "2025-11-01", "uri": "https://records.example/1"}, {"id": "datasheet", "kind": "datasheet", "title": "Datasheet", "controls": ["iso42001:A.6.2.7"], "state": "approved", "systemVersion": "4.2", "effectiveFrom": "2025-11-01", "uri": "https://records.example/1"}, {"id": "instructions", "kind": "instructions", "title": "Instructions", "controls": ["iso42001:A.6.2.7"], "state": "approved", "systemVersion": "4.2", "effectiveFrom": "2025-11-01", "uri": "https://records.example/1"}]}) with data.params as {"documentation-max-age": 364}
	by_profile_0 == expectation.says({"stale": {
		expectation.item("/evidence/0", "\"Specification\" is 365 days old, dated on 2025-11-01; the limit is 364 days."),
		expectation.item("/evidence/1", "\"Model-card\" is 365 days old, dated on 2025-11-01; the limit is 364 days."),
		expectation.item("/evidence/2", "\"Datasheet\" is 365 days old, dated on 2025-11-01; the limit is 364 days."),
		expectation.item("/evidence/3", "\"Instructions\" is 365 days old, dated on 2025-11-01; the limit is 364 days."),
	}})
	not rule.verdict with input as object.union(expectation.about(object.union(concerned, {})), {"evidence": [{"id": "specification", "kind": "specification", "title": "Specification", "controls": ["iso42001:A.6.2.7"], "state": "approved", "systemVersion": "4.2", "effectiveFrom": "2025-11-01", "uri": "https://records.example/1"}, {"id": "model-card", "kind": "model-card", "title": "Model-card", "controls": ["iso42001:A.6.2.7"], "state": "approved", "systemVersion": "4.2", "effectiveFrom": "2025-11-01", "uri": "https://records.example/1"}, {"id": "datasheet", "kind": "datasheet", "title": "Datasheet", "controls": ["iso42001:A.6.2.7"], "state": "approved", "systemVersion": "4.2", "effectiveFrom": "2025-11-01", "uri": "https://records.example/1"}, {"id": "instructions", "kind": "instructions", "title": "Instructions", "controls": ["iso42001:A.6.2.7"], "state": "approved", "systemVersion": "4.2", "effectiveFrom": "2025-11-01", "uri": "https://records.example/1"}]}) with data.params as {}
}

test_concerns_deployed_systems if {
	not rule.verdict with input as expectation.about({"lifecycle": {"stage": "pilot"}}) with data.params as {}
	said_of({"lifecycle": {"stage": "pilot"}}, []) == expectation.outside({expectation.not_deployed("pilot")})
	said({}, []) == expectation.stage_blank
	said_of({"lifecycle": {"stage": "unknown"}}, []) == expectation.stage_unknown
}
