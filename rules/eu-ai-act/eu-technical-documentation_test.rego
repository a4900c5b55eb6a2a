package aims.rules.eu_technical_documentation_test

import data.aims.lib.duty.practice_cases_test as practices
import data.aims.lib.expectation_test as expectation
import data.aims.lib.law_cases_test as cases
import data.aims.rules.eu_technical_documentation as rule

said(system) := verdict if {
	verdict := rule.verdict with input as expectation.about(system)
		with data.params as expectation.params
		with data.reference.eu_ai_act.provisions as cases.in_force
}

on(day, system) := verdict if {
	verdict := rule.verdict with input as object.union(expectation.about(system), {"asOf": day}) with data.params as expectation.params
}

complete := cases.with_fields(cases.high_risk("provider"), {
	"technicalDocumentation": {"state": "done"},
	"annexIVItems": ["1", "2", "3", "4", "5", "6", "7", "8", "9"],
})

complete_observed := {
	cases.item("technicalDocumentation", "The technical documentation is recorded as done; no date of completion is recorded."),
	cases.item("annexIVItems", "The technical documentation covers all that it has to: Annex IV 1 (The system at a glance), Annex IV 2 (How the system was made), Annex IV 3 (Operation and limits), Annex IV 4 (Choice of metrics), Annex IV 5 (Risk management), Annex IV 6 (Changes over time), Annex IV 7 (Standards), Annex IV 8 (Declaration) and Annex IV 9 (Performance after release)."),
}

test_complete if said(complete) == expectation.says({"observed": complete_observed})

test_pending_where_elements_are_lacking if {
	said(cases.with_field(complete, "annexIVItems", ["1", "2", "3", "4", "6", "7", "8"])) == expectation.says({
		"pending": {cases.item("annexIVItems", "The technical documentation does not cover Annex IV 5 (Risk management) and Annex IV 9 (Performance after release).")},
		"observed": {cases.item("technicalDocumentation", "The technical documentation is recorded as done; no date of completion is recorded.")},
	})
}

test_blank if {
	said(cases.high_risk("provider")) == expectation.says({"missing": {
		cases.item("technicalDocumentation", "The technical documentation is blank: nobody recorded how far it got."),
		cases.item("annexIVItems", "The technical documentation: nobody recorded what it covers."),
	}})
}

test_every_state_of_technical_documentation if {
	every case in practices.cases({
		"subject": "system",
		"about": cases.without(complete, "technicalDocumentation"),
		"name": "The technical documentation",
		"path": ["regulatory", "euAiAct", "technicalDocumentation"],
		"obligatory": "the provider of a high-risk system",
		"excusable": false,
		"maxAgeDays": null,
	}) {
		said(case.about) == object.union(case.verdict, {"observed": (object.get(case.verdict, "observed", set()) | (complete_observed - {cases.item("technicalDocumentation", "The technical documentation is recorded as done; no date of completion is recorded.")}))})
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
	postponed := cases.postponed(complete, "Art. 11")
	cases.keeps_to(postponed, [on(case.day, case.about) | some case in postponed])
}
