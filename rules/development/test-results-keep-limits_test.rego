package aims.rules.test_results_keep_limits_test

import data.aims.lib.expectation_test as expectation
import data.aims.rules.test_results_keep_limits as rule

said(system) := verdict if {
	verdict := rule.verdict with input as expectation.about(system) with data.params as expectation.params
}

complete := {
	"lifecycle": {"stage": "deployed"},
	"version": "4.2",
	"development": {
		"verification": {"results": [{"name": "Gini", "operator": ">=", "threshold": 0.5, "value": 0.5}]},
	},
}

test_passes_at_the_limit if {
	said(complete) == expectation.says({"observed": {expectation.item("/system/development/verification/results/0", "The result \"Gini\" is 0.5 and keeps its limit of >= 0.5.")}})
}

test_fails_beyond_the_limit if {
	said(json.patch(complete, [{"op": "replace", "path": "/development/verification/results/0/value", "value": 0.4}])) == expectation.says({"violation": {expectation.item("/system/development/verification/results/0", "The result \"Gini\" is 0.4 and breaks its limit of >= 0.5; no decision is recorded.")}})
}

test_passes_with_an_exception if {
	said(json.patch(complete, [
		{"op": "replace", "path": "/development/verification/results/0/value", "value": 0.4},
		{
			"op": "add",
			"path": "/development/verification/results/0/exception",
			"value": {"approvedBy": "Risk Committee", "approvedOn": "2026-01", "reason": "Small sample."},
		},
	])) == expectation.says({"observed": {expectation.item("/system/development/verification/results/0/exception", "The exception for the result \"Gini\" is recorded with an approval, the day of the approval and a reason.")}})
}

test_pending_when_the_exception_has_no_approvedby if {
	said(json.patch(complete, [
		{"op": "replace", "path": "/development/verification/results/0/value", "value": 0.4},
		{
			"op": "add",
			"path": "/development/verification/results/0/exception",
			"value": {"approvedOn": "2026-01", "reason": "Small sample."},
		},
	])) == expectation.says({"pending": {expectation.item("/system/development/verification/results/0/exception", "The exception for the result \"Gini\" is recorded without an approval.")}})
}

test_pending_when_the_exception_has_no_approvedon if {
	said(json.patch(complete, [
		{"op": "replace", "path": "/development/verification/results/0/value", "value": 0.4},
		{
			"op": "add",
			"path": "/development/verification/results/0/exception",
			"value": {"approvedBy": "Risk Committee", "reason": "Small sample."},
		},
	])) == expectation.says({"pending": {expectation.item("/system/development/verification/results/0/exception", "The exception for the result \"Gini\" is recorded without the day of the approval.")}})
}

test_pending_when_the_exception_has_no_reason if {
	said(json.patch(complete, [
		{"op": "replace", "path": "/development/verification/results/0/value", "value": 0.4},
		{
			"op": "add",
			"path": "/development/verification/results/0/exception",
			"value": {"approvedBy": "Risk Committee", "approvedOn": "2026-01"},
		},
	])) == expectation.says({"pending": {expectation.item("/system/development/verification/results/0/exception", "The exception for the result \"Gini\" is recorded without a reason.")}})
}

test_fails_when_the_exception_is_of_the_future if {
	said(json.patch(complete, [
		{"op": "replace", "path": "/development/verification/results/0/value", "value": 0.4},
		{
			"op": "add",
			"path": "/development/verification/results/0/exception",
			"value": {"approvedBy": "Risk Committee", "approvedOn": "2026-11-02", "reason": "Small sample."},
		},
	])) == expectation.says({"violation": {expectation.item("/system/development/verification/results/0", "The result \"Gini\" is 0.4 and breaks its limit of >= 0.5; no decision is recorded.")}})
}

test_passes_with_an_exception_of_the_day if {
	said(json.patch(complete, [
		{"op": "replace", "path": "/development/verification/results/0/value", "value": 0.4},
		{
			"op": "add",
			"path": "/development/verification/results/0/exception",
			"value": {"approvedBy": "Risk Committee", "approvedOn": "2026-11-01", "reason": "Small sample."},
		},
	])) == expectation.says({"observed": {expectation.item("/system/development/verification/results/0/exception", "The exception for the result \"Gini\" is recorded with an approval, the day of the approval and a reason.")}})
}

test_passes_when_the_exception_is_not_needed if {
	said(json.patch(complete, [
		{
			"op": "add",
			"path": "/development/verification/results/0/exception",
			"value": {"approvedBy": "Risk Committee", "approvedOn": "2026-01", "reason": "Small sample."},
		},
	])) == expectation.says({"observed": {expectation.item("/system/development/verification/results/0", "The result \"Gini\" is 0.5 and keeps its limit of >= 0.5.")}})
}

test_missing_without_a_value if {
	said(json.patch(complete, [{"op": "remove", "path": "/development/verification/results/0/value"}])) == expectation.says({"missing": {expectation.item("/system/development/verification/results/0", "The result \"Gini\" has no recorded value.")}})
}

test_missing_without_a_value_whatever_is_excepted if {
	said(json.patch(complete, [
		{"op": "remove", "path": "/development/verification/results/0/value"},
		{
			"op": "add",
			"path": "/development/verification/results/0/exception",
			"value": {"approvedBy": "Risk Committee", "approvedOn": "2026-01", "reason": "Small sample."},
		},
	])) == expectation.says({"missing": {expectation.item("/system/development/verification/results/0", "The result \"Gini\" has no recorded value.")}})
}

test_missing_without_a_threshold if {
	said(json.patch(complete, [{"op": "remove", "path": "/development/verification/results/0/threshold"}])) == expectation.says({"missing": {expectation.item("/system/development/verification/results/0", "The result \"Gini\" has no recorded threshold.")}})
}

test_missing_without_an_operator if {
	said(json.patch(complete, [{"op": "remove", "path": "/development/verification/results/0/operator"}])) == expectation.says({"missing": {expectation.item("/system/development/verification/results/0", "The result \"Gini\" has no recorded operator.")}})
}

test_fails_when_there_are_no_results if {
	said(json.patch(complete, [{"op": "replace", "path": "/development/verification/results", "value": []}])) == expectation.says({"violation": {expectation.item("/system/development/verification/results", "The list of test results of the system is recorded as empty.")}})
}

test_missing_when_results_are_blank if {
	said({"lifecycle": {"stage": "deployed"}}) == expectation.says({"missing": {expectation.item("/system/development/verification/results", "Nobody recorded the test results of the system.")}})
}

test_does_not_apply_in_development if {
	said({"lifecycle": {"stage": "development"}}) == expectation.outside({expectation.item("/system/lifecycle/stage", "The stage of the life cycle is development; the rule concerns systems in a pilot or deployed.")})
}

test_missing_when_nothing_is_recorded if {
	said({}) == expectation.says({"missing": {expectation.item("/system/lifecycle/stage", "Nobody recorded whether the system is deployed.")}})
}

test_does_not_apply_to_retired_systems if {
	said({"lifecycle": {"stage": "retired"}}) == expectation.outside({expectation.item("/system/lifecycle/stage", "The stage of the life cycle is retired; the rule concerns systems in a pilot or deployed.")})
}
