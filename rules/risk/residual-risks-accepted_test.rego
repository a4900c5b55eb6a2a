package aims.rules.residual_risks_accepted_test

import data.aims.lib.expectation_test as expectation
import data.aims.rules.residual_risks_accepted as rule

said(system) := verdict if {
	verdict := rule.verdict with input as expectation.about(system) with data.params as expectation.params
}

complete := {
	"risk": {
		"register": [
			{
				"title": "Unequal refusals",
				"level": "high",
				"residual": {"level": "low", "acceptedBy": "Ada", "acceptedOn": "2026-11-01"},
			},
		],
	},
}

test_passes_when_accepted if {
	said(complete) == expectation.says({"observed": {expectation.item("/system/risk/register/0/residual", "The residual risk of \"Unequal refusals\" is recorded with who accepted it, the day of the acceptance and a level.")}})
}

test_passes_at_the_threshold if {
	said(json.patch(complete, [{"op": "replace", "path": "/risk/register/0/level", "value": "medium"}])) == expectation.says({"observed": {expectation.item("/system/risk/register/0/residual", "The residual risk of \"Unequal refusals\" is recorded with who accepted it, the day of the acceptance and a level.")}})
}

test_passes_below_the_threshold if {
	said({"risk": {"register": [{"title": "Slow answers", "level": "low"}]}}) == expectation.says({"observed": {expectation.item("/system/risk/register", "No risk has the level medium or a higher one, from which risks have to be treated.")}})
}

test_passes_below_the_threshold_whenever_accepted if {
	said({
		"risk": {
			"register": [{"title": "Slow answers", "level": "low", "residual": {"acceptedOn": "2026-11-02"}}],
		},
	}) == expectation.says({"observed": {expectation.item("/system/risk/register", "No risk has the level medium or a higher one, from which risks have to be treated.")}})
}

test_fails_when_accepted_in_the_future if {
	said(json.patch(complete, [
		{"op": "replace", "path": "/risk/register/0/residual/acceptedOn", "value": "2026-11-02"},
	])) == expectation.says({
		"violation": {expectation.item("/system/risk/register/0/residual/acceptedOn", "The risk \"Unequal refusals\" is recorded as accepted on 2026-11-02, which lies in the future of 2026-11-01.")},
		"observed": {expectation.item("/system/risk/register/0/residual", "The residual risk of \"Unequal refusals\" is recorded with who accepted it, the day of the acceptance and a level.")},
	})
}

test_missing_when_blank if {
	said(json.patch(complete, [{"op": "remove", "path": "/risk/register/0/residual"}])) == expectation.says({"missing": {expectation.item("/system/risk/register/0/residual", "The residual risk of \"Unequal refusals\": nobody recorded who accepted it, the day of the acceptance and a level.")}})
}

test_names_a_risk_without_a_title if {
	said({"risk": {"register": [{"level": "high", "residual": {"level": "low"}}]}}) == expectation.says({"pending": {expectation.item("/system/risk/register/0/residual", "The residual risk of \"a risk without a name\" is recorded without who accepted it and the day of the acceptance.")}})
}

test_pending_without_a_level if {
	said(json.patch(complete, [{"op": "replace", "path": "/risk/register/0/residual/level", "value": "unknown"}])) == expectation.says({"pending": {expectation.item("/system/risk/register/0/residual", "The residual risk of \"Unequal refusals\" is recorded without a level.")}})
}

test_pending_without_who_accepted if {
	said(json.patch(complete, [{"op": "remove", "path": "/risk/register/0/residual/acceptedBy"}])) == expectation.says({"pending": {expectation.item("/system/risk/register/0/residual", "The residual risk of \"Unequal refusals\" is recorded without who accepted it.")}})
}

test_pending_without_the_day if {
	said(json.patch(complete, [{"op": "remove", "path": "/risk/register/0/residual/acceptedOn"}])) == expectation.says({"pending": {expectation.item("/system/risk/register/0/residual", "The residual risk of \"Unequal refusals\" is recorded without the day of the acceptance.")}})
}

test_missing_when_the_level_is_blank if {
	said(json.patch(complete, [{"op": "remove", "path": "/risk/register/0/level"}])) == expectation.says({"missing": {expectation.item("/system/risk/register/0/level", "The risk \"Unequal refusals\" has no level; nobody can tell whether it has to be treated (from medium upwards).")}})
}

test_passes_when_there_are_no_risks if {
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
