package aims.rules.development_data_under_procedure_test

import data.aims.lib.expectation_test as expectation
import data.aims.rules.development_data_under_procedure as rule

said(system) := verdict if {
	verdict := rule.verdict with input as expectation.about(system) with data.params as expectation.params
}

complete := {
	"data": {"sets": [{"name": "ledger", "uses": ["training"], "procedure": "Data management 2.1"}]},
}

test_passes_under_a_procedure if {
	said(complete) == expectation.says({"observed": {expectation.item("/system/data/sets/0/procedure", "The procedure that the data set \"ledger\" follows is recorded: Data management 2.1")}})
}

test_passes_for_validation if {
	said(json.patch(complete, [{"op": "replace", "path": "/data/sets/0/uses/0", "value": "validation"}])) == expectation.says({"observed": {expectation.item("/system/data/sets/0/procedure", "The procedure that the data set \"ledger\" follows is recorded: Data management 2.1")}})
}

test_missing_without_a_procedure if {
	said(json.patch(complete, [{"op": "remove", "path": "/data/sets/0/procedure"}])) == expectation.says({"missing": {expectation.item("/system/data/sets/0/procedure", "Nobody recorded which procedure of data management the data set \"ledger\" follows.")}})
}

test_missing_for_validation if {
	said(json.patch(complete, [
		{"op": "remove", "path": "/data/sets/0/procedure"},
		{"op": "replace", "path": "/data/sets/0/uses", "value": ["validation"]},
	])) == expectation.says({"missing": {expectation.item("/system/data/sets/0/procedure", "Nobody recorded which procedure of data management the data set \"ledger\" follows.")}})
}

test_missing_for_test if {
	said(json.patch(complete, [
		{"op": "remove", "path": "/data/sets/0/procedure"},
		{"op": "replace", "path": "/data/sets/0/uses", "value": ["operation", "test"]},
	])) == expectation.says({"missing": {expectation.item("/system/data/sets/0/procedure", "Nobody recorded which procedure of data management the data set \"ledger\" follows.")}})
}

test_passes_in_operation if {
	said({"data": {"sets": [{"name": "ledger", "uses": ["operation"]}]}}) == expectation.says({"observed": {expectation.item("/system/data/sets/0/uses", "The use of the data set \"ledger\" is not for development: operation.")}})
}

test_passes_with_other_uses if {
	said({"data": {"sets": [{"name": "ledger", "uses": ["operation", "audit"]}]}}) == expectation.says({"observed": {expectation.item("/system/data/sets/0/uses", "The use of the data set \"ledger\" is not for development: operation, audit.")}})
}

test_missing_without_a_use if {
	said(json.patch(complete, [{"op": "remove", "path": "/data/sets/0/uses"}])) == expectation.says({"missing": {expectation.item("/system/data/sets/0/uses", "Nobody recorded what the data set \"ledger\" is used for.")}})
}

test_missing_when_uses_are_none if {
	said(json.patch(complete, [{"op": "replace", "path": "/data/sets/0/uses", "value": []}])) == expectation.says({"missing": {expectation.item("/system/data/sets/0/uses", "Nobody recorded what the data set \"ledger\" is used for.")}})
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
