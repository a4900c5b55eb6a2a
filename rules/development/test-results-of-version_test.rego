package aims.rules.test_results_of_version_test

import data.aims.lib.expectation_test as expectation
import data.aims.rules.test_results_of_version as rule

said_with(system, evidence) := verdict if {
	verdict := rule.verdict with input as object.union(expectation.about(system), {"evidence": evidence})
		with data.params as expectation.params
}

said(system) := said_with(system, evidence)

complete := {
	"lifecycle": {"stage": "deployed"},
	"version": "4.2",
	"development": {
		"verification": {"results": [{"name": "Gini", "operator": ">=", "threshold": 0.5, "value": 0.5}]},
	},
}

evidence := [
	{
		"id": "r",
		"kind": "test-report",
		"title": "Release 4.2",
		"controls": ["iso42001:A.6.2.4"],
		"systemVersion": "4.2",
		"state": "approved",
		"path": "r.json",
		"fileState": "matches",
		"approver": "Risk Committee",
	},
]

test_passes_for_the_version_in_use if {
	said(complete) == expectation.says({"observed": {
		expectation.item("/evidence/0", "\"Release 4.2\" is recorded as the test results of the system."),
		expectation.item("/system/development/verification/results/0", "The result \"Gini\" is recorded with its name, an operator, a threshold and a value."),
	}})
}

test_stale_for_another_version if {
	said(json.patch(complete, [{"op": "replace", "path": "/version", "value": "4.3"}])) == expectation.says({
		"stale": {expectation.item("/evidence/0/systemVersion", "\"Release 4.2\" is about version 4.2; version 4.3 is in use.")},
		"observed": {expectation.item("/system/development/verification/results/0", "The result \"Gini\" is recorded with its name, an operator, a threshold and a value.")},
	})
}

test_missing_when_the_version_is_blank if {
	said(json.patch(complete, [{"op": "remove", "path": "/version"}])) == expectation.says({
		"missing": {expectation.item("/system/version", "Nobody recorded which version of the system is in use, so that nobody can tell what the test results of the system has to be about.")},
		"observed": {expectation.item("/system/development/verification/results/0", "The result \"Gini\" is recorded with its name, an operator, a threshold and a value.")},
	})
}

test_missing_when_the_record_names_no_version if {
	said_with(complete, json.patch(evidence, [{"op": "remove", "path": "/0/systemVersion"}])) == expectation.says({
		"missing": {expectation.item("/evidence/0", "\"Release 4.2\" does not say which version of the system it is about.")},
		"observed": {expectation.item("/system/development/verification/results/0", "The result \"Gini\" is recorded with its name, an operator, a threshold and a value.")},
	})
}

test_missing_when_the_record_is_of_another_kind if {
	said_with(complete, json.patch(evidence, [{"op": "replace", "path": "/0/kind", "value": "other"}])) == expectation.says({
		"missing": {expectation.item("/evidence", "No evidence record for iso42001:A.6.2.4 holds the test results of the system (kind: test-report).")},
		"observed": {expectation.item("/system/development/verification/results/0", "The result \"Gini\" is recorded with its name, an operator, a threshold and a value.")},
	})
}

test_missing_when_the_record_is_for_another_control if {
	said_with(complete, json.patch(evidence, [{"op": "replace", "path": "/0/controls/0", "value": "iso42001:A.2.2"}])) == expectation.says({
		"missing": {expectation.item("/evidence", "No evidence record for iso42001:A.6.2.4 holds the test results of the system (kind: test-report).")},
		"observed": {expectation.item("/system/development/verification/results/0", "The result \"Gini\" is recorded with its name, an operator, a threshold and a value.")},
	})
}

test_fails_when_the_file_differs if {
	said_with(complete, json.patch(evidence, [{"op": "replace", "path": "/0/fileState", "value": "differs"}])) == expectation.says({
		"violation": {expectation.item("/evidence/0/sha256", "\"Release 4.2\" names a file whose content is not the one that was recorded.")},
		"observed": {expectation.item("/system/development/verification/results/0", "The result \"Gini\" is recorded with its name, an operator, a threshold and a value.")},
	})
}

test_pending_when_it_is_a_draft if {
	said_with(complete, json.patch(evidence, [{"op": "replace", "path": "/0/state", "value": "draft"}])) == expectation.says({
		"pending": {expectation.item("/evidence/0/state", "\"Release 4.2\" is a draft.")},
		"observed": {expectation.item("/system/development/verification/results/0", "The result \"Gini\" is recorded with its name, an operator, a threshold and a value.")},
	})
}

test_does_not_apply_in_development if {
	said_with({"lifecycle": {"stage": "development"}}, []) == expectation.outside({expectation.item("/system/lifecycle/stage", "The stage of the life cycle is development; the rule concerns systems in a pilot or deployed.")})
}

test_fails_when_there_are_no_results if {
	said(json.patch(complete, [{"op": "replace", "path": "/development/verification/results", "value": []}])) == expectation.says({
		"violation": {expectation.item("/system/development/verification/results", "The list of the test results of the system is recorded as empty.")},
		"observed": {expectation.item("/evidence/0", "\"Release 4.2\" is recorded as the test results of the system.")},
	})
}

test_missing_when_results_are_blank if {
	said(json.patch(complete, [{"op": "remove", "path": "/development"}])) == expectation.says({
		"missing": {expectation.item("/system/development/verification/results", "Nobody recorded the test results of the system.")},
		"observed": {expectation.item("/evidence/0", "\"Release 4.2\" is recorded as the test results of the system.")},
	})
}

test_pending_without_name if {
	said(json.patch(complete, [{"op": "remove", "path": "/development/verification/results/0/name"}])) == expectation.says({
		"pending": {expectation.item("/system/development/verification/results/0", "The result without a name is recorded without its name.")},
		"observed": {expectation.item("/evidence/0", "\"Release 4.2\" is recorded as the test results of the system.")},
	})
}

test_pending_without_operator if {
	said(json.patch(complete, [{"op": "remove", "path": "/development/verification/results/0/operator"}])) == expectation.says({
		"pending": {expectation.item("/system/development/verification/results/0", "The result \"Gini\" is recorded without an operator.")},
		"observed": {expectation.item("/evidence/0", "\"Release 4.2\" is recorded as the test results of the system.")},
	})
}

test_pending_without_threshold if {
	said(json.patch(complete, [{"op": "remove", "path": "/development/verification/results/0/threshold"}])) == expectation.says({
		"pending": {expectation.item("/system/development/verification/results/0", "The result \"Gini\" is recorded without a threshold.")},
		"observed": {expectation.item("/evidence/0", "\"Release 4.2\" is recorded as the test results of the system.")},
	})
}

test_pending_without_value if {
	said(json.patch(complete, [{"op": "remove", "path": "/development/verification/results/0/value"}])) == expectation.says({
		"pending": {expectation.item("/system/development/verification/results/0", "The result \"Gini\" is recorded without a value.")},
		"observed": {expectation.item("/evidence/0", "\"Release 4.2\" is recorded as the test results of the system.")},
	})
}

test_missing_when_nothing_is_recorded if {
	said_with({}, []) == expectation.says({"missing": {expectation.item("/system/lifecycle/stage", "Nobody recorded whether the system is deployed.")}})
}

test_does_not_apply_to_retired_systems if {
	said_with({"lifecycle": {"stage": "retired"}}, []) == expectation.outside({expectation.item("/system/lifecycle/stage", "The stage of the life cycle is retired; the rule concerns systems in a pilot or deployed.")})
}
