package aims.rules.label_quality_measured_test

import data.aims.lib.expectation_test as expectation
import data.aims.rules.label_quality_measured as rule

said(system) := verdict if {
	verdict := rule.verdict with input as expectation.about(system) with data.params as expectation.params
}

complete := {
	"data": {
		"sets": [
			{
				"name": "ledger",
				"labels": {
					"used": "yes",
					"quality": {"name": "Agreement", "operator": ">=", "threshold": 0.8, "value": 0.8},
				},
			},
		],
	},
}

test_passes_at_the_limit if {
	said(complete) == expectation.says({"observed": {expectation.item("/system/data/sets/0/labels/quality", "The quality of the labels of the data set \"ledger\" is 0.8 and keeps its limit of >= 0.8.")}})
}

test_fails_beyond_the_limit if {
	said(json.patch(complete, [{"op": "replace", "path": "/data/sets/0/labels/quality/value", "value": 0.7}])) == expectation.says({"violation": {expectation.item("/system/data/sets/0/labels/quality", "The quality of the labels of the data set \"ledger\" is 0.7 and breaks its limit of >= 0.8; no decision is recorded.")}})
}

test_pending_when_decided if {
	said(json.patch(complete, [
		{"op": "replace", "path": "/data/sets/0/labels/quality/value", "value": 0.7},
		{"op": "add", "path": "/data/sets/0/labels/quality/decision", "value": "Labelled again."},
	])) == expectation.says({"pending": {expectation.item("/system/data/sets/0/labels/quality", "The quality of the labels of the data set \"ledger\" is 0.7 and breaks its limit of >= 0.8; decided was: Labelled again.")}})
}

test_missing_without_a_value if {
	said(json.patch(complete, [{"op": "remove", "path": "/data/sets/0/labels/quality/value"}])) == expectation.says({"missing": {expectation.item("/system/data/sets/0/labels/quality", "The quality of the labels of the data set \"ledger\" has no recorded value.")}})
}

test_missing_without_a_threshold if {
	said(json.patch(complete, [{"op": "remove", "path": "/data/sets/0/labels/quality/threshold"}])) == expectation.says({"missing": {expectation.item("/system/data/sets/0/labels/quality", "The quality of the labels of the data set \"ledger\" has no recorded threshold.")}})
}

test_missing_without_an_operator if {
	said(json.patch(complete, [{"op": "remove", "path": "/data/sets/0/labels/quality/operator"}])) == expectation.says({"missing": {expectation.item("/system/data/sets/0/labels/quality", "The quality of the labels of the data set \"ledger\" has no recorded operator.")}})
}

test_passes_without_labels if {
	said(json.patch(complete, [{"op": "replace", "path": "/data/sets/0/labels", "value": {"used": "no"}}])) == expectation.says({"observed": {expectation.item("/system/data/sets/0/labels/used", "There are no labels in the data set \"ledger\".")}})
}

test_missing_when_unknown if {
	said(json.patch(complete, [{"op": "replace", "path": "/data/sets/0/labels", "value": {"used": "unknown"}}])) == expectation.says({"missing": {expectation.item("/system/data/sets/0/labels/used", "Whether the data set \"ledger\" has labels is recorded as unknown.")}})
}

test_missing_when_blank if {
	said(json.patch(complete, [{"op": "remove", "path": "/data/sets/0/labels"}])) == expectation.says({"missing": {expectation.item("/system/data/sets/0/labels/used", "Nobody recorded whether the data set \"ledger\" has labels.")}})
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
