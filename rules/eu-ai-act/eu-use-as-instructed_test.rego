package aims.rules.eu_use_as_instructed_test

import data.aims.lib.duty.practice_cases_test as practices
import data.aims.lib.expectation_test as expectation
import data.aims.lib.law_cases_test as cases
import data.aims.rules.eu_use_as_instructed as rule

said(system) := verdict if {
	verdict := rule.verdict with input as expectation.about(system)
		with data.params as expectation.params
		with data.reference.eu_ai_act.provisions as cases.in_force
}

on(day, system) := verdict if {
	verdict := rule.verdict with input as object.union(expectation.about(system), {"asOf": day}) with data.params as expectation.params
}

system := cases.high_risk("deployer")

test_every_state if {
	every case in practices.cases({
		"subject": "system",
		"about": system,
		"name": "The use by the instructions",
		"path": ["regulatory", "euAiAct", "useAsInstructed"],
		"obligatory": "the deployer of a high-risk system",
		"excusable": false,
		"maxAgeDays": null,
	}) {
		said(case.about) == case.verdict
	}
}

test_concerns_the_deployer if {
	every case in cases.concerned(system, "deployer") {
		said(case.about) == case.verdict
	}
}

test_from_the_day_on_which_it_applies if {
	postponed := cases.postponed(system, "Art. 26")
	cases.keeps_to(postponed, [on(case.day, case.about) | some case in postponed])
}
