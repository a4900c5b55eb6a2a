package aims.rules.data_trace_to_source_test

import data.aims.lib.expectation_test as expectation
import data.aims.rules.data_trace_to_source as rule

said(system) := verdict if {
	verdict := rule.verdict with input as expectation.about(system) with data.params as expectation.params
}

complete := {
	"data": {
		"sets": [
			{"name": "features", "derivedFrom": ["ledger"]},
			{"name": "ledger", "origin": "Core banking"},
		],
	},
}

test_passes_when_it_leads_to_a_source if {
	said(complete) == expectation.says({"observed": {
		expectation.item("/system/data/sets/0/derivedFrom", "An origin is recorded of all that the data set \"features\" was derived from: ledger."),
		expectation.item("/system/data/sets/1/origin", "The origin of the data set \"ledger\" is recorded: Core banking"),
	}})
}

test_passes_over_more_steps if {
	said({
		"data": {
			"sets": [
				{"name": "a", "derivedFrom": ["b"]},
				{"name": "b", "derivedFrom": ["c"]},
				{"name": "c", "origin": "Core banking"},
			],
		},
	}) == expectation.says({"observed": {
		expectation.item("/system/data/sets/0/derivedFrom", "An origin is recorded of all that the data set \"a\" was derived from: b."),
		expectation.item("/system/data/sets/1/derivedFrom", "An origin is recorded of all that the data set \"b\" was derived from: c."),
		expectation.item("/system/data/sets/2/origin", "The origin of the data set \"c\" is recorded: Core banking"),
	}})
}

test_passes_with_two_sources if {
	said({
		"data": {
			"sets": [
				{"name": "a", "derivedFrom": ["b", "c"]},
				{"name": "b", "origin": "Core"},
				{"name": "c", "origin": "Bureau"},
			],
		},
	}) == expectation.says({"observed": {
		expectation.item("/system/data/sets/0/derivedFrom", "An origin is recorded of all that the data set \"a\" was derived from: b, c."),
		expectation.item("/system/data/sets/1/origin", "The origin of the data set \"b\" is recorded: Core"),
		expectation.item("/system/data/sets/2/origin", "The origin of the data set \"c\" is recorded: Bureau"),
	}})
}

test_fails_when_it_leads_out_of_the_list if {
	said(json.patch(complete, [{"op": "replace", "path": "/data/sets/0/derivedFrom/0", "value": "bureau"}])) == expectation.says({
		"violation": {expectation.item("/system/data/sets/0/derivedFrom", "The way from the data set \"features\" to its source leads to bureau, not among the data sets.")},
		"observed": {expectation.item("/system/data/sets/1/origin", "The origin of the data set \"ledger\" is recorded: Core banking")},
	})
}

test_fails_when_a_later_step_leads_out if {
	said({
		"data": {"sets": [{"name": "a", "derivedFrom": ["b"]}, {"name": "b", "derivedFrom": ["c"]}]},
	}) == expectation.says({"violation": {
		expectation.item("/system/data/sets/0/derivedFrom", "The way from the data set \"a\" to its source leads to c, not among the data sets."),
		expectation.item("/system/data/sets/1/derivedFrom", "The way from the data set \"b\" to its source leads to c, not among the data sets."),
	}})
}

test_missing_when_a_branch_has_no_source if {
	said({
		"data": {
			"sets": [
				{"name": "a", "derivedFrom": ["b", "c"]},
				{"name": "b", "origin": "Core banking"},
				{"name": "c"},
			],
		},
	}) == expectation.says({
		"missing": {
			expectation.item("/system/data/sets/0/origin", "Nobody recorded where the data set \"a\" comes from: neither an origin nor data sets that all lead to one."),
			expectation.item("/system/data/sets/2/origin", "Nobody recorded where the data set \"c\" comes from: neither an origin nor data sets that all lead to one."),
		},
		"observed": {expectation.item("/system/data/sets/1/origin", "The origin of the data set \"b\" is recorded: Core banking")},
	})
}

test_missing_without_either if {
	said({"data": {"sets": [{"name": "ledger"}]}}) == expectation.says({"missing": {expectation.item("/system/data/sets/0/origin", "Nobody recorded where the data set \"ledger\" comes from: neither an origin nor data sets that all lead to one.")}})
}

test_missing_in_a_circle if {
	said({
		"data": {"sets": [{"name": "a", "derivedFrom": ["b"]}, {"name": "b", "derivedFrom": ["a"]}]},
	}) == expectation.says({"missing": {
		expectation.item("/system/data/sets/0/origin", "Nobody recorded where the data set \"a\" comes from: neither an origin nor data sets that all lead to one."),
		expectation.item("/system/data/sets/1/origin", "Nobody recorded where the data set \"b\" comes from: neither an origin nor data sets that all lead to one."),
	}})
}

test_passes_with_one_name_twice if {
	said({
		"data": {
			"sets": [
				{"name": "a", "derivedFrom": ["b"]},
				{"name": "b", "origin": "Core"},
				{"name": "a", "origin": "Bureau"},
			],
		},
	}) == expectation.says({"observed": {
		expectation.item("/system/data/sets/0/derivedFrom", "An origin is recorded of all that the data set \"a\" was derived from: b."),
		expectation.item("/system/data/sets/1/origin", "The origin of the data set \"b\" is recorded: Core"),
		expectation.item("/system/data/sets/2/origin", "The origin of the data set \"a\" is recorded: Bureau"),
	}})
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
