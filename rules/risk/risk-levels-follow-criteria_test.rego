package aims.rules.risk_levels_follow_criteria_test

import data.aims.lib.expectation_test as expectation
import data.aims.rules.risk_levels_follow_criteria as rule

said(system) := verdict if {
	verdict := rule.verdict with input as expectation.about(system) with data.params as expectation.params
}

complete := {
	"risk": {
		"register": [
			{
				"id": "r1",
				"title": "Unequal refusals",
				"dimension": "bias",
				"owner": "Adaeze Lindqvist",
				"harm": "Refused housing",
				"affectedGroups": ["Applicants"],
				"likelihood": {"level": "medium", "rationale": "Seen in tests."},
				"severity": {"level": "high", "rationale": "Lasts for years."},
				"level": "high",
			},
		],
	},
}

test_passes_at_the_higher_of_both if {
	said(complete) == expectation.says({"observed": {expectation.item("/system/risk/register/0/level", "The risk \"Unequal refusals\" is rated high; risks have to be treated from medium upwards.")}})
}

test_passes_at_the_lower_of_both if {
	said(json.patch(complete, [{"op": "replace", "path": "/risk/register/0/level", "value": "medium"}])) == expectation.says({"observed": {expectation.item("/system/risk/register/0/level", "The risk \"Unequal refusals\" is rated medium; risks have to be treated from medium upwards.")}})
}

test_fails_below_both if {
	said(json.patch(complete, [{"op": "replace", "path": "/risk/register/0/level", "value": "low"}])) == expectation.says({"violation": {expectation.item("/system/risk/register/0/level", "The risk \"Unequal refusals\" is rated low, with the likelihood medium and the severity high: the level does not lie between them.")}})
}

test_fails_above_both if {
	said(json.patch(complete, [{"op": "replace", "path": "/risk/register/0/severity/level", "value": "medium"}])) == expectation.says({"violation": {expectation.item("/system/risk/register/0/level", "The risk \"Unequal refusals\" is rated high, with the likelihood medium and the severity medium: the level does not lie between them.")}})
}

test_passes_when_all_are_equal if {
	said(json.patch(complete, [{"op": "replace", "path": "/risk/register/0/likelihood/level", "value": "high"}])) == expectation.says({"observed": {expectation.item("/system/risk/register/0/level", "The risk \"Unequal refusals\" is rated high; risks have to be treated from medium upwards.")}})
}

test_passes_with_the_two_exchanged if {
	said(json.patch(complete, [
		{"op": "replace", "path": "/risk/register/0/likelihood/level", "value": "high"},
		{"op": "replace", "path": "/risk/register/0/severity/level", "value": "low"},
		{"op": "replace", "path": "/risk/register/0/level", "value": "low"},
	])) == expectation.says({"observed": {expectation.item("/system/risk/register/0/level", "The risk \"Unequal refusals\" is rated low; risks have to be treated from medium upwards.")}})
}

test_missing_without_a_likelihood if {
	said(json.patch(complete, [{"op": "remove", "path": "/risk/register/0/likelihood"}])) == expectation.says({"missing": {expectation.item("/system/risk/register/0", "The risk \"Unequal refusals\" has no rating of its likelihood.")}})
}

test_missing_with_an_unknown_severity if {
	said(json.patch(complete, [{"op": "replace", "path": "/risk/register/0/severity/level", "value": "unknown"}])) == expectation.says({"missing": {expectation.item("/system/risk/register/0", "The risk \"Unequal refusals\" has no rating of its severity.")}})
}

test_missing_without_a_level if {
	said(json.patch(complete, [{"op": "remove", "path": "/risk/register/0/level"}])) == expectation.says({"missing": {expectation.item("/system/risk/register/0", "The risk \"Unequal refusals\" has no rating of its level.")}})
}

test_passes_when_there_are_none if {
	said({"risk": {"register": []}}) == expectation.says({"observed": {expectation.item("/system/risk/register", "The list of the risks of the system is recorded as empty: there are none.")}})
}

test_missing_when_nothing_is_recorded if {
	said({}) == expectation.says({"missing": {expectation.item("/system/risk/register", "Nobody recorded the risks of the system.")}})
}

test_does_not_apply_to_retired_systems if {
	said({"lifecycle": {"stage": "retired"}}) == expectation.outside({expectation.retired})
}

test_says_nothing_without_the_parameter if {
	not rule.verdict with input as expectation.about(complete)
		with data.params as {}
}
