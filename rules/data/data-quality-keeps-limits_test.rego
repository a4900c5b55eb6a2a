package aims.rules.data_quality_keeps_limits_test

import data.aims.lib.expectation_test as expectation
import data.aims.rules.data_quality_keeps_limits as rule

said(system) := verdict if {
	verdict := rule.verdict with input as expectation.about(system) with data.params as expectation.params
}

complete := {
	"data": {
		"sets": [
			{
				"name": "ledger",
				"version": "7",
				"qualityResults": [
					{
						"name": "Missing values",
						"operator": "<=",
						"threshold": 0.02,
						"value": 0.02,
						"version": "7",
					},
				],
			},
		],
	},
}

test_passes_at_the_limit if {
	said(complete) == expectation.says({"observed": {expectation.item("/system/data/sets/0/qualityResults/0", "The quality of the data set \"ledger\": the measure \"Missing values\" is 0.02 and keeps its limit of <= 0.02.")}})
}

test_fails_beyond_the_limit if {
	said(json.patch(complete, [{"op": "replace", "path": "/data/sets/0/qualityResults/0/value", "value": 0.03}])) == expectation.says({"violation": {expectation.item("/system/data/sets/0/qualityResults/0", "The quality of the data set \"ledger\": the measure \"Missing values\" is 0.03 and breaks its limit of <= 0.02; no decision is recorded.")}})
}

test_pending_when_decided if {
	said(json.patch(complete, [
		{"op": "replace", "path": "/data/sets/0/qualityResults/0/value", "value": 0.03},
		{
			"op": "add",
			"path": "/data/sets/0/qualityResults/0/decision",
			"value": "Left out of training.",
		},
	])) == expectation.says({"pending": {expectation.item("/system/data/sets/0/qualityResults/0", "The quality of the data set \"ledger\": the measure \"Missing values\" is 0.03 and breaks its limit of <= 0.02; decided was: Left out of training.")}})
}

test_stale_for_another_version if {
	said(json.patch(complete, [{"op": "replace", "path": "/data/sets/0/version", "value": "8"}])) == expectation.says({
		"stale": {expectation.item("/system/data/sets/0/qualityResults/0/version", "The measure \"Missing values\" is about version 7 of the data set \"ledger\"; version 8 is in use.")},
		"observed": {expectation.item("/system/data/sets/0/qualityResults/0", "The quality of the data set \"ledger\": the measure \"Missing values\" is 0.02 and keeps its limit of <= 0.02.")},
	})
}

test_missing_when_the_version_is_blank if {
	said(json.patch(complete, [{"op": "remove", "path": "/data/sets/0/version"}])) == expectation.says({
		"missing": {expectation.item("/system/data/sets/0/qualityResults/0", "Nobody recorded about which version of the data set \"ledger\" the measure \"Missing values\" is, or which one is in use.")},
		"observed": {expectation.item("/system/data/sets/0/qualityResults/0", "The quality of the data set \"ledger\": the measure \"Missing values\" is 0.02 and keeps its limit of <= 0.02.")},
	})
}

test_missing_when_the_version_of_the_result_is_blank if {
	said(json.patch(complete, [{"op": "remove", "path": "/data/sets/0/qualityResults/0/version"}])) == expectation.says({
		"missing": {expectation.item("/system/data/sets/0/qualityResults/0", "Nobody recorded about which version of the data set \"ledger\" the measure \"Missing values\" is, or which one is in use.")},
		"observed": {expectation.item("/system/data/sets/0/qualityResults/0", "The quality of the data set \"ledger\": the measure \"Missing values\" is 0.02 and keeps its limit of <= 0.02.")},
	})
}

test_missing_without_a_value if {
	said(json.patch(complete, [{"op": "remove", "path": "/data/sets/0/qualityResults/0/value"}])) == expectation.says({"missing": {expectation.item("/system/data/sets/0/qualityResults/0", "The quality of the data set \"ledger\": the measure \"Missing values\" has no recorded value.")}})
}

test_missing_without_a_threshold if {
	said(json.patch(complete, [{"op": "remove", "path": "/data/sets/0/qualityResults/0/threshold"}])) == expectation.says({"missing": {expectation.item("/system/data/sets/0/qualityResults/0", "The quality of the data set \"ledger\": the measure \"Missing values\" has no recorded threshold.")}})
}

test_missing_without_an_operator if {
	said(json.patch(complete, [{"op": "remove", "path": "/data/sets/0/qualityResults/0/operator"}])) == expectation.says({"missing": {expectation.item("/system/data/sets/0/qualityResults/0", "The quality of the data set \"ledger\": the measure \"Missing values\" has no recorded operator.")}})
}

test_names_a_measure_without_a_name if {
	said(json.patch(complete, [
		{"op": "remove", "path": "/data/sets/0/qualityResults/0/name"},
		{"op": "replace", "path": "/data/sets/0/version", "value": "8"},
	])) == expectation.says({
		"stale": {expectation.item("/system/data/sets/0/qualityResults/0/version", "The measure \"without a name\" is about version 7 of the data set \"ledger\"; version 8 is in use.")},
		"observed": {expectation.item("/system/data/sets/0/qualityResults/0", "The quality of the data set \"ledger\": the measure without a name is 0.02 and keeps its limit of <= 0.02.")},
	})
}

test_names_a_measure_without_name_and_version if {
	said(json.patch(complete, [
		{"op": "remove", "path": "/data/sets/0/qualityResults/0/name"},
		{"op": "remove", "path": "/data/sets/0/version"},
	])) == expectation.says({
		"missing": {expectation.item("/system/data/sets/0/qualityResults/0", "Nobody recorded about which version of the data set \"ledger\" the measure \"without a name\" is, or which one is in use.")},
		"observed": {expectation.item("/system/data/sets/0/qualityResults/0", "The quality of the data set \"ledger\": the measure without a name is 0.02 and keeps its limit of <= 0.02.")},
	})
}

test_fails_when_there_are_no_results if {
	said(json.patch(complete, [{"op": "replace", "path": "/data/sets/0/qualityResults", "value": []}])) == expectation.says({"violation": {expectation.item("/system/data/sets/0/qualityResults", "The list of results of quality checks of the data set \"ledger\" is recorded as empty.")}})
}

test_missing_when_results_are_blank if {
	said(json.patch(complete, [{"op": "remove", "path": "/data/sets/0/qualityResults"}])) == expectation.says({"missing": {expectation.item("/system/data/sets/0/qualityResults", "Nobody recorded the results of quality checks of the data set \"ledger\".")}})
}

test_passes_without_data_sets if {
	said({"data": {"sets": []}}) == expectation.says({"observed": {expectation.item("/system/data/sets", "The list of the data sets of the system is recorded as empty: there are none.")}})
}

test_does_not_apply_to_ideas if {
	said({"lifecycle": {"stage": "idea"}}) == expectation.outside({expectation.item("/system/lifecycle/stage", "The stage of the life cycle is idea; the rule concerns systems that are built or used.")})
}

test_missing_when_nothing_is_recorded if {
	said({}) == expectation.says({"missing": {expectation.item("/system/data/sets", "Nobody recorded the data sets of the system.")}})
}

test_does_not_apply_to_retired_systems if {
	said({"lifecycle": {"stage": "retired"}}) == expectation.outside({expectation.item("/system/lifecycle/stage", "The stage of the life cycle is retired; the rule concerns systems that are built or used.")})
}
