package aims.rules.eu_article_6_exception_test

import data.aims.lib.duty.practice_cases_test as practices
import data.aims.lib.expectation_test as expectation
import data.aims.lib.law_cases_test as cases
import data.aims.rules.eu_article_6_exception as rule

said(system) := verdict if {
	verdict := rule.verdict with input as expectation.about(system)
		with data.params as expectation.params
		with data.reference.eu_ai_act.provisions as cases.in_force
}

on(day, system) := verdict if {
	verdict := rule.verdict with input as object.union(expectation.about(system), {"asOf": day}) with data.params as expectation.params
}

complete := {"regulatory": {"euAiAct": {
	"annexIII": "4(a)",
	"article6Exception": "Narrow procedural task",
	"article6Reason": "It sorts letters by language.",
	"article6Assessment": {"state": "done"},
	"profiling": "no",
}}}

complete_observed := {cases.item("article6Assessment", "The written assessment of the exception is recorded as done; no date of completion is recorded.")}

test_complete if said(complete) == expectation.says({"observed": complete_observed})

test_profiling_rules_an_exception_out if {
	said(cases.with_field(complete, "profiling", "yes")) == expectation.says({
		"violation": {cases.item("profiling", "The system profiles natural persons, so that no exception is open to it.")},
		"observed": complete_observed,
	})
	said(cases.with_field(complete, "profiling", "unknown")).missing == {cases.item("profiling", "Whether the system profiles natural persons is recorded as unknown.")}
}

test_blank if {
	said({"regulatory": {"euAiAct": {"annexIII": "4(a)", "article6Exception": "Narrow procedural task"}}}) == expectation.says({"missing": {
		cases.item("article6Assessment", "The written assessment of the exception is blank: nobody recorded how far it got."),
		cases.item("article6Reason", "Nobody recorded why the exception holds."),
		cases.item("profiling", "Nobody recorded whether the system profiles natural persons."),
	}})
}

test_concerns_systems_with_an_exception if {
	said({}) == expectation.outside({cases.item("article6Exception", "No exception under Art. 6(3) is recorded; the rule concerns systems with one.")})
	said(object.union(complete, {"lifecycle": {"stage": "retired"}})) == expectation.outside({expectation.retired})
	said(cases.with_field(complete, "covered", "no")) == expectation.outside({cases.not_covered})
}

test_from_the_day_on_which_it_applies if {
	postponed := cases.postponed(complete, "Art. 6")
	cases.keeps_to(postponed, [on(case.day, case.about) | some case in postponed])
}

test_every_state_of_the_assessment if {
	every case in practices.cases({
		"subject": "system",
		"about": cases.without(complete, "article6Assessment"),
		"name": "The written assessment of the exception",
		"path": ["regulatory", "euAiAct", "article6Assessment"],
		"obligatory": "an exception under Art. 6(3)",
		"excusable": false,
		"maxAgeDays": null,
	}) {
		said(case.about) == case.verdict
	}
}
