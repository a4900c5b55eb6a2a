package aims.rules.risk_register_complete_test

import data.aims.lib.expectation_test as expectation
import data.aims.rules.risk_register_complete as rule

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

test_passes_when_complete if {
	said(complete) == expectation.says({"observed": {expectation.item("/system/risk/register/0", "The risk \"Unequal refusals\" is recorded with the affected groups, a dimension, the harm, a level, a likelihood, a reason for the likelihood, an owner, a severity and a reason for the severity.")}})
}

test_fails_when_empty if {
	said({"risk": {"register": []}}) == expectation.says({"violation": {expectation.item("/system/risk/register", "The list of the risks of the system is recorded as empty.")}})
}

test_pending_without_dimension if {
	said(json.patch(complete, [{"op": "remove", "path": "/risk/register/0/dimension"}])) == expectation.says({"pending": {expectation.item("/system/risk/register/0", "The risk \"Unequal refusals\" is recorded without a dimension.")}})
}

test_pending_without_owner if {
	said(json.patch(complete, [{"op": "remove", "path": "/risk/register/0/owner"}])) == expectation.says({"pending": {expectation.item("/system/risk/register/0", "The risk \"Unequal refusals\" is recorded without an owner.")}})
}

test_pending_without_harm if {
	said(json.patch(complete, [{"op": "remove", "path": "/risk/register/0/harm"}])) == expectation.says({"pending": {expectation.item("/system/risk/register/0", "The risk \"Unequal refusals\" is recorded without the harm.")}})
}

test_pending_without_affectedgroups if {
	said(json.patch(complete, [{"op": "remove", "path": "/risk/register/0/affectedGroups"}])) == expectation.says({"pending": {expectation.item("/system/risk/register/0", "The risk \"Unequal refusals\" is recorded without the affected groups.")}})
}

test_pending_without_likelihood_level if {
	said(json.patch(complete, [{"op": "remove", "path": "/risk/register/0/likelihood/level"}])) == expectation.says({"pending": {expectation.item("/system/risk/register/0", "The risk \"Unequal refusals\" is recorded without a likelihood.")}})
}

test_pending_without_likelihood_rationale if {
	said(json.patch(complete, [{"op": "remove", "path": "/risk/register/0/likelihood/rationale"}])) == expectation.says({"pending": {expectation.item("/system/risk/register/0", "The risk \"Unequal refusals\" is recorded without a reason for the likelihood.")}})
}

test_pending_without_severity_level if {
	said(json.patch(complete, [{"op": "remove", "path": "/risk/register/0/severity/level"}])) == expectation.says({"pending": {expectation.item("/system/risk/register/0", "The risk \"Unequal refusals\" is recorded without a severity.")}})
}

test_pending_without_severity_rationale if {
	said(json.patch(complete, [{"op": "remove", "path": "/risk/register/0/severity/rationale"}])) == expectation.says({"pending": {expectation.item("/system/risk/register/0", "The risk \"Unequal refusals\" is recorded without a reason for the severity.")}})
}

test_pending_without_level if {
	said(json.patch(complete, [{"op": "remove", "path": "/risk/register/0/level"}])) == expectation.says({"pending": {expectation.item("/system/risk/register/0", "The risk \"Unequal refusals\" is recorded without a level.")}})
}

test_names_a_risk_without_a_title if {
	said({"risk": {"register": [{"owner": "Ada"}]}}) == expectation.says({"pending": {expectation.item("/system/risk/register/0", "The risk without a name is recorded without the affected groups, a dimension, the harm, a level, a likelihood, a reason for the likelihood, a severity and a reason for the severity.")}})
}

test_does_not_apply_to_ideas if {
	said({"lifecycle": {"stage": "idea"}}) == expectation.outside({expectation.item("/system/lifecycle/stage", "The stage of the life cycle is idea; the rule concerns systems that are built or used.")})
}

test_missing_when_nothing_is_recorded if {
	said({}) == expectation.says({"missing": {expectation.item("/system/risk/register", "Nobody recorded the risks of the system.")}})
}

test_does_not_apply_to_retired_systems if {
	said({"lifecycle": {"stage": "retired"}}) == expectation.outside({expectation.item("/system/lifecycle/stage", "The stage of the life cycle is retired; the rule concerns systems that are built or used.")})
}
