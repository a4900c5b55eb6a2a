package aims.rules.eu_registration_test

import data.aims.lib.duty.practice_cases_test as practices
import data.aims.lib.expectation_test as expectation
import data.aims.lib.law_cases_test as cases
import data.aims.rules.eu_registration as rule

said(system) := verdict if {
	verdict := rule.verdict with input as expectation.about(system)
		with data.params as expectation.params
		with data.reference.eu_ai_act.provisions as cases.in_force
}

on(day, system) := verdict if {
	verdict := rule.verdict with input as object.union(expectation.about(system), {"asOf": day}) with data.params as expectation.params
}

system := cases.high_risk("provider")

test_every_state if {
	every case in practices.cases({
		"subject": "system",
		"about": system,
		"name": "The registration",
		"path": ["regulatory", "euAiAct", "registration"],
		"obligatory": "the provider of a high-risk system of Annex III",
		"excusable": false,
		"maxAgeDays": null,
	}) {
		said(case.about) == case.verdict
	}
}

test_concerns_the_provider if {
	every case in cases.concerned(system, "provider") {
		said(case.about) == case.verdict
	}
}

test_nothing_is_recorded_about_the_act if {
	object.keys(said({"lifecycle": {"stage": "deployed"}})) == {"applicable", "missing"}
}

test_concerns_systems_of_annex_iii if {
	only_product := cases.item("annexI", "The system is high-risk by Annex I alone; the rule concerns systems of Annex III.")
	said(cases.by_product(system)) == expectation.outside({only_product})
	said(cases.with_field(system, "annexI", "Regulation (EU) 2017/745")) == said(system)
}

purpose := "only high-risk systems, or uses of Annex III held not to be so, are registered, and Art. 6 says which they are only from its own dates"

test_at_most_pending_while_only_one_reading_binds if {
	every case in cases.between("Art. 49", cases.sections, purpose, {cases.item("registration", "The registration is blank: nobody recorded how far it got.")}) {
		on(case.day, system) == case.verdict
	}
}
