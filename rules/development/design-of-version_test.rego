package aims.rules.design_of_version_test

import data.aims.lib.expectation_test as expectation
import data.aims.rules.design_of_version as rule

said_with(system, evidence) := verdict if {
	verdict := rule.verdict with input as object.union(expectation.about(system), {"evidence": evidence})
		with data.params as expectation.params
}

said(system) := said_with(system, evidence)

complete := {"lifecycle": {"stage": "deployed"}, "version": "4.2"}

evidence := [
	{
		"id": "r",
		"kind": "design",
		"title": "Release 4.2",
		"controls": ["iso42001:A.6.2.3"],
		"systemVersion": "4.2",
		"state": "approved",
		"path": "r.json",
		"fileState": "matches",
	},
	{
		"id": "m",
		"kind": "model-card",
		"title": "Release 4.2",
		"controls": ["iso42001:A.6.2.3"],
		"systemVersion": "4.2",
		"state": "approved",
		"path": "r.json",
		"fileState": "matches",
	},
]

test_passes_for_the_version_in_use if {
	said(complete) == expectation.says({"observed": {
		expectation.item("/evidence/0", "\"Release 4.2\" is recorded as the design of the system."),
		expectation.item("/evidence/1", "\"Release 4.2\" is recorded as the model card."),
	}})
}

test_stale_for_another_version if {
	said(json.patch(complete, [{"op": "replace", "path": "/version", "value": "4.3"}])) == expectation.says({"stale": {
		expectation.item("/evidence/0/systemVersion", "\"Release 4.2\" is about version 4.2; version 4.3 is in use."),
		expectation.item("/evidence/1/systemVersion", "\"Release 4.2\" is about version 4.2; version 4.3 is in use."),
	}})
}

test_missing_without_a_design if {
	said_with(complete, json.patch(evidence, [{"op": "remove", "path": "/0"}])) == expectation.says({
		"missing": {expectation.item("/evidence", "No evidence record for iso42001:A.6.2.3 holds the design of the system (kind: design).")},
		"observed": {expectation.item("/evidence/0", "\"Release 4.2\" is recorded as the model card.")},
	})
}

test_missing_without_a_model_card if {
	said_with(complete, json.patch(evidence, [{"op": "remove", "path": "/1"}])) == expectation.says({
		"missing": {expectation.item("/evidence", "No evidence record for iso42001:A.6.2.3 holds the model card (kind: model-card).")},
		"observed": {expectation.item("/evidence/0", "\"Release 4.2\" is recorded as the design of the system.")},
	})
}

test_missing_when_the_version_is_blank if {
	said(json.patch(complete, [{"op": "remove", "path": "/version"}])) == expectation.says({"missing": {
		expectation.item("/system/version", "Nobody recorded which version of the system is in use, so that nobody can tell what the design of the system has to be about."),
		expectation.item("/system/version", "Nobody recorded which version of the system is in use, so that nobody can tell what the model card has to be about."),
	}})
}

test_pending_when_it_is_a_draft if {
	said_with(complete, json.patch(evidence, [{"op": "replace", "path": "/1/state", "value": "draft"}])) == expectation.says({
		"pending": {expectation.item("/evidence/1/state", "\"Release 4.2\" is a draft.")},
		"observed": {expectation.item("/evidence/0", "\"Release 4.2\" is recorded as the design of the system.")},
	})
}

test_does_not_apply_in_development if {
	said_with({"lifecycle": {"stage": "development"}}, []) == expectation.outside({expectation.item("/system/lifecycle/stage", "The stage of the life cycle is development; the rule concerns systems in a pilot or deployed.")})
}

test_does_not_apply_to_purchased_systems if {
	said_with({"lifecycle": {"stage": "deployed"}, "acquisition": "purchased"}, []) == expectation.outside({expectation.item("/system/acquisition", "The system is recorded as purchased; the rule concerns systems that the organization makes.")})
}

test_missing_when_nothing_is_recorded if {
	said_with({}, []) == expectation.says({"missing": {expectation.item("/system/lifecycle/stage", "Nobody recorded whether the system is deployed.")}})
}

test_does_not_apply_to_retired_systems if {
	said_with({"lifecycle": {"stage": "retired"}}, []) == expectation.outside({expectation.item("/system/lifecycle/stage", "The stage of the life cycle is retired; the rule concerns systems in a pilot or deployed.")})
}
