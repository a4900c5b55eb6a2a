package aims.rules.eu_workers_informed_test

import data.aims.lib.duty.practice_cases_test as practices
import data.aims.lib.expectation_test as expectation
import data.aims.lib.law_cases_test as cases
import data.aims.rules.eu_workers_informed as rule

said(system) := verdict if {
	verdict := rule.verdict with input as expectation.about(system)
		with data.params as expectation.params
		with data.reference.eu_ai_act.provisions as cases.in_force
}

on(day, system) := verdict if {
	verdict := rule.verdict with input as object.union(expectation.about(system), {"asOf": day}) with data.params as expectation.params
}

system := cases.with_field(cases.high_risk("deployer"), "workplaceUse", "yes")

test_every_state if {
	every case in practices.cases({
		"subject": "system",
		"about": system,
		"name": "The information of workers",
		"path": ["regulatory", "euAiAct", "workersInformed"],
		"obligatory": "an employer that uses a high-risk system",
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

test_nothing_is_recorded_about_the_act if {
	object.keys(said({"lifecycle": {"stage": "deployed"}})) == {"applicable", "missing"}
}

test_from_the_day_on_which_it_applies if {
	postponed := cases.postponed(system, "Art. 26")
	cases.keeps_to(postponed, [on(case.day, case.about) | some case in postponed])
}

test_concerns_systems_at_a_workplace if {
	said(cases.with_field(system, "workplaceUse", "no")) == expectation.outside({cases.item("workplaceUse", "The system is recorded as not used at a workplace; the rule concerns systems that are.")})
	said(cases.without(system, "workplaceUse")) == expectation.says({"missing": {cases.item("workplaceUse", "Nobody recorded whether the system is used at a workplace.")}})
	said(cases.with_field(system, "workplaceUse", "unknown")) == expectation.says({"missing": {cases.item("workplaceUse", "Whether the system is used at a workplace is recorded as unknown.")}})
}
