package aims.rules.oversight_triggers_staffed_test

import data.aims.lib.expectation_test as expectation
import data.aims.rules.oversight_triggers_staffed as rule

said(system) := verdict if {
	verdict := rule.verdict with input as expectation.about(system) with data.params as expectation.params
}

concerned := {"lifecycle": {"stage": "deployed"}, "decisions": {"automation": "decides-alone"}}

said_of(recorded) := said(object.union(concerned, recorded))

test_passes_when_staffed if {
	said_of({"oversight": {"triggers": [{"condition": "Near the cut-off", "reviewer": "Underwriter", "record": "Case file"}]}}) == expectation.says({"observed": {expectation.item(
		"/system/oversight/triggers/0",
		"The occasion \"Near the cut-off\" is recorded with a place for the outcome and a reviewer.",
	)}})
}

test_fails_when_empty if {
	said_of({"oversight": {"triggers": []}}) == expectation.says({"violation": {expectation.item(
		"/system/oversight/triggers",
		"The list of the occasions on which a person has to step in is recorded as empty.",
	)}})
}

test_pending_when_one_lacks if {
	said_of({"oversight": {"triggers": [{"condition": "Near the cut-off", "reviewer": "Underwriter"}, {"condition": "On demand"}]}}) == expectation.says({"pending": {
		expectation.item("/system/oversight/triggers/0", "The occasion \"Near the cut-off\" is recorded without a place for the outcome."),
		expectation.item("/system/oversight/triggers/1", "The occasion \"On demand\" is recorded without a place for the outcome and a reviewer."),
	}})
}

test_missing_when_blank if {
	said_of({}) == expectation.says({"missing": {expectation.item(
		"/system/oversight/triggers",
		"Nobody recorded the occasions on which a person has to step in.",
	)}})
	said_of({"oversight": {}}) == expectation.says({"missing": {expectation.item(
		"/system/oversight/triggers",
		"Nobody recorded the occasions on which a person has to step in.",
	)}})
}

test_concerns_systems_that_decide if {
	said_of({"decisions": {"automation": "informs"}}) == expectation.outside({expectation.item(
		"/system/decisions/automation",
		"How far the system decides is recorded as informs; the rule concerns systems that decide.",
	)})
	said_of({"lifecycle": {"stage": "idea"}}) == expectation.outside({expectation.item(
		"/system/lifecycle/stage",
		"The stage of the life cycle is idea; the rule concerns systems in a pilot or deployed.",
	)})
	said({"lifecycle": {"stage": "pilot"}, "decisions": {"aboutPeople": "yes"}}) == expectation.says({"missing": {expectation.item(
		"/system/decisions/automation",
		"The system is used in decisions about people, but how far it decides is not recorded; nobody can tell if it needs oversight.",
	)}})
}
