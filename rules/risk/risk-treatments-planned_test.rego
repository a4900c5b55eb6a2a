package aims.rules.risk_treatments_planned_test

import data.aims.lib.expectation_test as expectation
import data.aims.rules.risk_treatments_planned as rule

said(system) := verdict if {
	verdict := rule.verdict with input as expectation.about(system) with data.params as expectation.params
}

complete := {
	"risk": {
		"register": [
			{
				"title": "Unequal refusals",
				"level": "high",
				"treatments": [{"what": "Rebalance", "owner": "Ada", "due": "2026-12-01"}],
			},
		],
	},
}

test_passes_when_planned if {
	said(complete) == expectation.says({"observed": {expectation.item("/system/risk/register/0/treatments/0", "The risk \"Unequal refusals\": the treatment \"Rebalance\" is recorded with the day by which it is due, an owner and what is done.")}})
}

test_passes_at_the_threshold if {
	said(json.patch(complete, [{"op": "replace", "path": "/risk/register/0/level", "value": "medium"}])) == expectation.says({"observed": {expectation.item("/system/risk/register/0/treatments/0", "The risk \"Unequal refusals\": the treatment \"Rebalance\" is recorded with the day by which it is due, an owner and what is done.")}})
}

test_passes_below_the_threshold if {
	said({"risk": {"register": [{"title": "Slow answers", "level": "low"}]}}) == expectation.says({"observed": {expectation.item("/system/risk/register", "No risk has the level medium or a higher one, from which risks have to be treated.")}})
}

test_missing_when_treatments_are_blank if {
	said(json.patch(complete, [{"op": "remove", "path": "/risk/register/0/treatments"}])) == expectation.says({"missing": {expectation.item("/system/risk/register/0/treatments", "Nobody recorded the treatments of the high risk \"Unequal refusals\".")}})
}

test_fails_when_treatments_are_none if {
	said(json.patch(complete, [{"op": "replace", "path": "/risk/register/0/treatments", "value": []}])) == expectation.says({"violation": {expectation.item("/system/risk/register/0/treatments", "The list of the treatments of the high risk \"Unequal refusals\" is recorded as empty.")}})
}

test_pending_without_what if {
	said(json.patch(complete, [{"op": "remove", "path": "/risk/register/0/treatments/0/what"}])) == expectation.says({"pending": {expectation.item("/system/risk/register/0/treatments/0", "The risk \"Unequal refusals\": the treatment without a name is recorded without what is done.")}})
}

test_pending_without_an_owner if {
	said(json.patch(complete, [{"op": "remove", "path": "/risk/register/0/treatments/0/owner"}])) == expectation.says({"pending": {expectation.item("/system/risk/register/0/treatments/0", "The risk \"Unequal refusals\": the treatment \"Rebalance\" is recorded without an owner.")}})
}

test_pending_without_a_day if {
	said(json.patch(complete, [{"op": "remove", "path": "/risk/register/0/treatments/0/due"}])) == expectation.says({"pending": {expectation.item("/system/risk/register/0/treatments/0", "The risk \"Unequal refusals\": the treatment \"Rebalance\" is recorded without the day by which it is due.")}})
}

test_missing_when_the_level_is_unknown if {
	said(json.patch(complete, [{"op": "replace", "path": "/risk/register/0/level", "value": "unknown"}])) == expectation.says({"missing": {expectation.item("/system/risk/register/0/level", "The risk \"Unequal refusals\" has no level; nobody can tell whether it has to be treated (from medium upwards).")}})
}

test_missing_when_the_level_is_blank if {
	said(json.patch(complete, [{"op": "remove", "path": "/risk/register/0/level"}])) == expectation.says({"missing": {expectation.item("/system/risk/register/0/level", "The risk \"Unequal refusals\" has no level; nobody can tell whether it has to be treated (from medium upwards).")}})
}

test_passes_when_there_are_no_risks if {
	said({"risk": {"register": []}}) == expectation.says({"observed": {expectation.item("/system/risk/register", "The list of the risks of the system is recorded as empty: there are none.")}})
}

test_missing_names_a_risk_without_a_title if {
	said({"risk": {"register": [{"level": "high"}]}}) == expectation.says({"missing": {expectation.item("/system/risk/register/0/treatments", "Nobody recorded the treatments of the high risk \"without a name\".")}})
}

test_the_threshold_is_the_parameter if {
	verdict := rule.verdict with input as expectation.about(json.patch(complete, [{"op": "replace", "path": "/risk/register/0/level", "value": "medium"}]))
		with data.params as {"risk-treatment-required-from": "high"}
	verdict == expectation.says({"observed": {expectation.item("/system/risk/register", "No risk has the level high or a higher one, from which risks have to be treated.")}})
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
