package aims.rules.preparation_versioned_test

import data.aims.lib.expectation_test as expectation
import data.aims.rules.preparation_versioned as rule

said(system) := verdict if {
	verdict := rule.verdict with input as expectation.about(system) with data.params as expectation.params
}

complete := {
	"data": {
		"sets": [
			{
				"name": "ledger",
				"version": "7",
				"preparation": {"code": "git:prep", "codeVersion": "1.4", "setVersion": "7"},
			},
		],
	},
}

test_passes_for_the_version if {
	said(complete) == expectation.says({"observed": {expectation.item("/system/data/sets/0/preparation", "The preparation of the data set \"ledger\" is recorded with the code, the version of the code and the version of the data set.")}})
}

test_stale_for_another_version if {
	said(json.patch(complete, [{"op": "replace", "path": "/data/sets/0/version", "value": "8"}])) == expectation.says({"stale": {expectation.item("/system/data/sets/0/preparation/setVersion", "The preparation made version 7 of the data set \"ledger\"; version 8 is in use.")}})
}

test_missing_when_the_version_is_blank if {
	said(json.patch(complete, [{"op": "remove", "path": "/data/sets/0/version"}])) == expectation.says({"missing": {expectation.item("/system/data/sets/0/version", "Nobody recorded which version of the data set \"ledger\" is in use; the preparation made version 7.")}})
}

test_pending_without_code if {
	said(json.patch(complete, [{"op": "remove", "path": "/data/sets/0/preparation/code"}])) == expectation.says({"pending": {expectation.item("/system/data/sets/0/preparation", "The preparation of the data set \"ledger\" is recorded without the code.")}})
}

test_pending_without_codeversion if {
	said(json.patch(complete, [{"op": "remove", "path": "/data/sets/0/preparation/codeVersion"}])) == expectation.says({"pending": {expectation.item("/system/data/sets/0/preparation", "The preparation of the data set \"ledger\" is recorded without the version of the code.")}})
}

test_pending_without_setversion if {
	said(json.patch(complete, [{"op": "remove", "path": "/data/sets/0/preparation/setVersion"}])) == expectation.says({"pending": {expectation.item("/system/data/sets/0/preparation", "The preparation of the data set \"ledger\" is recorded without the version of the data set.")}})
}

test_missing_when_blank if {
	said(json.patch(complete, [{"op": "remove", "path": "/data/sets/0/preparation"}])) == expectation.says({"missing": {expectation.item("/system/data/sets/0/preparation", "The preparation of the data set \"ledger\": nobody recorded the code, the version of the code and the version of the data set.")}})
}

test_passes_when_not_needed if {
	said(json.patch(complete, [
		{
			"op": "replace",
			"path": "/data/sets/0/preparation",
			"value": {"needed": "no", "reason": "Delivered clean."},
		},
	])) == expectation.says({"observed": {expectation.item("/system/data/sets/0/preparation", "The preparation of the data set \"ledger\" is recorded with that none is needed and a reason.")}})
}

test_pending_when_not_needed_without_a_reason if {
	said(json.patch(complete, [{"op": "replace", "path": "/data/sets/0/preparation", "value": {"needed": "no"}}])) == expectation.says({"pending": {expectation.item("/system/data/sets/0/preparation", "The preparation of the data set \"ledger\" is recorded without a reason.")}})
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
