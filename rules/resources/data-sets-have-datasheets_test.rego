package aims.rules.data_sets_have_datasheets_test

import data.aims.lib.expectation_test as expectation
import data.aims.rules.data_sets_have_datasheets as rule

said_with(system, evidence) := verdict if {
	verdict := rule.verdict with input as object.union(expectation.about(system), {"evidence": evidence})
		with data.params as expectation.params
}

said(system) := said_with(system, evidence)

complete := {"data": {"sets": [{"name": "ledger", "datasheet": ["r"]}]}}

evidence := [
	{
		"id": "r",
		"kind": "datasheet",
		"title": "Release 4.2",
		"controls": ["iso42001:A.4.3"],
		"systemVersion": "4.2",
		"state": "approved",
		"path": "r.json",
		"fileState": "matches",
	},
]

test_passes_when_named if {
	said(complete) == expectation.says({"observed": {expectation.item("/system/data/sets/0/datasheet/0", "\"Release 4.2\" is named for the datasheet of the data set \"ledger\".")}})
}

test_passes_without_data_sets if {
	said_with({"data": {"sets": []}}, []) == expectation.says({"observed": {expectation.item("/system/data/sets", "The list of the data sets of the system is recorded as empty: there are none.")}})
}

test_missing_when_blank if {
	said(json.patch(complete, [{"op": "remove", "path": "/data/sets/0/datasheet"}])) == expectation.says({"missing": {expectation.item("/system/data/sets/0/datasheet", "No evidence record is named for the datasheet of the data set \"ledger\".")}})
}

test_fails_when_it_leads_nowhere if {
	said(json.patch(complete, [{"op": "replace", "path": "/data/sets/0/datasheet/0", "value": "x"}])) == expectation.says({"violation": {expectation.item("/system/data/sets/0/datasheet/0", "The record \"x\", named for the datasheet of the data set \"ledger\", is not among the evidence records.")}})
}

test_pending_when_it_is_a_draft if {
	said_with(complete, json.patch(evidence, [{"op": "replace", "path": "/0/state", "value": "draft"}])) == expectation.says({"pending": {expectation.item("/system/data/sets/0/datasheet/0", "\"Release 4.2\", named for the datasheet of the data set \"ledger\", is a draft.")}})
}

test_stale_when_it_ran_out if {
	said_with(complete, json.patch(evidence, [{"op": "add", "path": "/0/validUntil", "value": "2026-10"}])) == expectation.says({"stale": {expectation.item("/system/data/sets/0/datasheet/0", "\"Release 4.2\", named for the datasheet of the data set \"ledger\", was valid until 2026-10, which is before 2026-11-01.")}})
}

test_looks_at_each_data_set if {
	said_with({"data": {"sets": [{"name": "ledger"}, {"name": "bureau"}]}}, []) == expectation.says({"missing": {
		expectation.item("/system/data/sets/0/datasheet", "No evidence record is named for the datasheet of the data set \"ledger\"."),
		expectation.item("/system/data/sets/1/datasheet", "No evidence record is named for the datasheet of the data set \"bureau\"."),
	}})
}

test_does_not_apply_to_ideas if {
	said_with({"lifecycle": {"stage": "idea"}}, []) == expectation.outside({expectation.item("/system/lifecycle/stage", "The stage of the life cycle is idea; the rule concerns systems that are built or used.")})
}

test_missing_when_nothing_is_recorded if {
	said_with({}, []) == expectation.says({"missing": {expectation.item("/system/data/sets", "Nobody recorded the data sets of the system.")}})
}

test_does_not_apply_to_retired_systems if {
	said_with({"lifecycle": {"stage": "retired"}}, []) == expectation.outside({expectation.item("/system/lifecycle/stage", "The stage of the life cycle is retired; the rule concerns systems that are built or used.")})
}
