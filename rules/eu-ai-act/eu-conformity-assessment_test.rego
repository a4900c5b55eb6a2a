package aims.rules.eu_conformity_assessment_test

import data.aims.lib.duty.practice_cases_test as practices
import data.aims.lib.expectation_test as expectation
import data.aims.lib.law_cases_test as cases
import data.aims.rules.eu_conformity_assessment as rule

said(system) := verdict if {
	verdict := rule.verdict with input as expectation.about(system)
		with data.params as expectation.params
		with data.reference.eu_ai_act.provisions as cases.in_force
}

on(day, system) := verdict if {
	verdict := rule.verdict with input as object.union(expectation.about(system), {"asOf": day}) with data.params as expectation.params
}

complete := cases.with_fields(cases.high_risk("provider"), {
	"conformityAssessment": {"state": "done"},
	"conformityProcedure": "internal-control",
	"declaration": {"state": "done"},
	"ceMarking": {"state": "done"},
})

complete_observed := {
	cases.item("conformityAssessment", "The conformity assessment is recorded as done; no date of completion is recorded."),
	cases.item("declaration", "The EU declaration of conformity is recorded as done; no date of completion is recorded."),
	cases.item("ceMarking", "The CE marking is recorded as done; no date of completion is recorded."),
	unchanged,
}

unchanged := cases.item("conformityAssessment/completedOn", "No substantial change is recorded after which conformity would have to be assessed again.")

test_complete if said(complete) == expectation.says({"observed": complete_observed})

test_the_procedure_is_blank if {
	said(cases.without(complete, "conformityProcedure")).missing == {cases.item("conformityProcedure", "Nobody recorded by which procedure conformity was assessed.")}
}

test_the_assessment_is_obligatory if {
	said(cases.with_field(complete, "conformityAssessment", {"state": "not-applicable"})).violation == {cases.item(
		"conformityAssessment/state",
		"The conformity assessment is recorded as not applicable, but it is obligatory for the provider of a high-risk system.",
	)}
}

assessed(day, change) := object.union(
	cases.with_field(complete, "conformityAssessment", {"state": "done", "completedOn": day}),
	{"changes": [{"on": change, "what": "New model", "substantial": "yes"}]},
)

test_stale_after_a_substantial_change if {
	said(assessed("2026-03-01", "2026-03-02")).stale == {cases.item(
		"conformityAssessment/completedOn",
		"Conformity was assessed on 2026-03-01; since then the system was changed substantially (New model, on 2026-03-02).",
	)}
	not said(assessed("2026-03-01", "2026-02-28")).stale
}

blank := {
	cases.item("conformityAssessment", "The conformity assessment is blank: nobody recorded how far it got."),
	cases.item("declaration", "The EU declaration of conformity is blank: nobody recorded how far it got."),
	cases.item("ceMarking", "The CE marking is blank: nobody recorded how far it got."),
	cases.item("conformityProcedure", "Nobody recorded by which procedure conformity was assessed."),
}

purpose := "conformity can only be assessed against requirements for a high-risk system, and there is none until Art. 6 applies"

test_at_most_pending_while_only_one_reading_binds if {
	every case in cases.between("Art. 43", cases.sections, purpose, blank) {
		object.remove(on(case.day, cases.high_risk("provider")), ["observed"]) == case.verdict
	}
}

test_every_state_of_declaration if {
	every case in practices.cases({
		"subject": "system",
		"about": cases.without(complete, "declaration"),
		"name": "The EU declaration of conformity",
		"path": ["regulatory", "euAiAct", "declaration"],
		"obligatory": "the provider of a high-risk system",
		"excusable": false,
		"maxAgeDays": null,
	}) {
		said(case.about) == object.union(case.verdict, {"observed": (object.get(case.verdict, "observed", set()) | (complete_observed - {cases.item("declaration", "The EU declaration of conformity is recorded as done; no date of completion is recorded.")}))})
	}
}

test_every_state_of_cemarking if {
	every case in practices.cases({
		"subject": "system",
		"about": cases.without(complete, "ceMarking"),
		"name": "The CE marking",
		"path": ["regulatory", "euAiAct", "ceMarking"],
		"obligatory": "the provider of a high-risk system",
		"excusable": false,
		"maxAgeDays": null,
	}) {
		said(case.about) == object.union(case.verdict, {"observed": (object.get(case.verdict, "observed", set()) | (complete_observed - {cases.item("ceMarking", "The CE marking is recorded as done; no date of completion is recorded.")}))})
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
