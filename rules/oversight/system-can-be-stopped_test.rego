package aims.rules.system_can_be_stopped_test

import data.aims.lib.duty.practice_cases_test as practices
import data.aims.lib.expectation_test as expectation
import data.aims.rules.system_can_be_stopped as rule

said(system) := verdict if {
	verdict := rule.verdict with input as expectation.about(system) with data.params as expectation.params
}

test_every_state if {
	every case in practices.cases({
		"subject": "system",
		"about": {"lifecycle": {"stage": "pilot"}, "decisions": {"automation": "decides-alone"}},
		"name": "The arrangement to stop the system",
		"path": ["oversight", "stop"],
		"obligatory": "a system that decides by itself",
		"excusable": false,
		"maxAgeDays": null,
	}) {
		said(case.about) == case.verdict
	}
}

test_concerns_systems_in_use_that_decide if {
	said({"lifecycle": {"stage": "deployed"}, "decisions": {"automation": "informs"}}) == expectation.outside({expectation.item(
		"/system/decisions/automation",
		"How far the system decides is recorded as informs; the rule concerns systems that decide.",
	)})
	said({"lifecycle": {"stage": "idea"}, "decisions": {"automation": "decides-alone"}}) == expectation.outside({expectation.item(
		"/system/lifecycle/stage",
		"The stage of the life cycle is idea; the rule concerns systems in a pilot or deployed.",
	)})
	said({"lifecycle": {"stage": "pilot"}, "decisions": {"aboutPeople": "yes"}}) == expectation.says({"missing": {expectation.item(
		"/system/decisions/automation",
		"The system is used in decisions about people, but how far it decides is not recorded; nobody can tell if it needs oversight.",
	)}})
}
