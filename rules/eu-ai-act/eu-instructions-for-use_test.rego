package aims.rules.eu_instructions_for_use_test

import data.aims.lib.duty.practice_cases_test as practices
import data.aims.lib.expectation_test as expectation
import data.aims.lib.law_cases_test as cases
import data.aims.rules.eu_instructions_for_use as rule

said(system) := verdict if {
	verdict := rule.verdict with input as expectation.about(system)
		with data.params as expectation.params
		with data.reference.eu_ai_act.provisions as cases.in_force
}

on(day, system) := verdict if {
	verdict := rule.verdict with input as object.union(expectation.about(system), {"asOf": day}) with data.params as expectation.params
}

complete := cases.with_fields(cases.high_risk("provider"), {
	"instructions": {"state": "done"},
	"instructionsContents": ["provider", "capabilities", "changes", "oversight", "resources", "logs"],
})

complete_observed := {
	cases.item("instructions", "The work on the instructions for use is recorded as done; no date of completion is recorded."),
	cases.item("instructionsContents", "The text of the instructions for use covers all that it has to: purpose, abilities, limits and accuracy, changes settled in advance, how logs are collected and read, the measures of human oversight, who the provider is and resources, lifetime and maintenance."),
}

test_complete if said(complete) == expectation.says({"observed": complete_observed})

test_pending_where_elements_are_lacking if {
	said(cases.with_field(complete, "instructionsContents", ["provider", "capabilities", "changes", "oversight"])) == expectation.says({
		"pending": {cases.item("instructionsContents", "The text of the instructions for use does not cover how logs are collected and read and resources, lifetime and maintenance.")},
		"observed": {cases.item("instructions", "The work on the instructions for use is recorded as done; no date of completion is recorded.")},
	})
}

test_blank if {
	said(cases.high_risk("provider")) == expectation.says({"missing": {
		cases.item("instructions", "The work on the instructions for use is blank: nobody recorded how far it got."),
		cases.item("instructionsContents", "The text of the instructions for use: nobody recorded what it covers."),
	}})
}

test_every_state_of_instructions if {
	every case in practices.cases({
		"subject": "system",
		"about": cases.without(complete, "instructions"),
		"name": "The work on the instructions for use",
		"path": ["regulatory", "euAiAct", "instructions"],
		"obligatory": "the provider of a high-risk system",
		"excusable": false,
		"maxAgeDays": null,
	}) {
		said(case.about) == object.union(case.verdict, {"observed": (object.get(case.verdict, "observed", set()) | (complete_observed - {cases.item("instructions", "The work on the instructions for use is recorded as done; no date of completion is recorded.")}))})
	}
}

test_concerns_the_provider if {
	every case in cases.concerned(complete, "provider") {
		said(case.about) == case.verdict
	}
}

test_nothing_is_recorded_about_the_act if {
	object.keys(said({"lifecycle": {"stage": "deployed"}})) == {"applicable", "missing"}
}

test_from_the_day_on_which_it_applies if {
	postponed := cases.postponed(complete, "Art. 13")
	cases.keeps_to(postponed, [on(case.day, case.about) | some case in postponed])
}
