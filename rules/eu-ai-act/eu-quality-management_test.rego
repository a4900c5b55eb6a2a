package aims.rules.eu_quality_management_test

import data.aims.lib.duty.practice_cases_test as practices
import data.aims.lib.expectation_test as expectation
import data.aims.lib.law_cases_test as cases
import data.aims.rules.eu_quality_management as rule

said(system) := verdict if {
	verdict := rule.verdict with input as expectation.about(system)
		with data.params as expectation.params
		with data.reference.eu_ai_act.provisions as cases.in_force
}

on(day, system) := verdict if {
	verdict := rule.verdict with input as object.union(expectation.about(system), {"asOf": day}) with data.params as expectation.params
}

complete := cases.with_fields(cases.high_risk("provider"), {
	"qualityManagement": {"state": "done"},
	"qualityAspects": ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m"],
})

complete_observed := {
	cases.item("qualityManagement", "The quality management is recorded as done; no date of completion is recorded."),
	cases.item("qualityAspects", "The quality management system covers all that it has to: the strategy for compliance (a), design (b), development and quality (c), tests (d), technical specifications (e), data management (f), risk management (g), monitoring after release (h), incident reports (i), communication (j), records (k), resources (l) and accountability (m)."),
}

test_complete if said(complete) == expectation.says({"observed": complete_observed})

test_pending_where_elements_are_lacking if {
	said(cases.with_field(complete, "qualityAspects", ["a", "b", "c", "d", "f", "g", "h", "i", "j", "k", "m"])) == expectation.says({
		"pending": {cases.item("qualityAspects", "The quality management system does not cover technical specifications (e) and resources (l).")},
		"observed": {cases.item("qualityManagement", "The quality management is recorded as done; no date of completion is recorded.")},
	})
}

test_blank if {
	said(cases.high_risk("provider")) == expectation.says({"missing": {
		cases.item("qualityManagement", "The quality management is blank: nobody recorded how far it got."),
		cases.item("qualityAspects", "The quality management system: nobody recorded what it covers."),
	}})
}

test_every_state_of_quality_management if {
	every case in practices.cases({
		"subject": "system",
		"about": cases.without(complete, "qualityManagement"),
		"name": "The quality management",
		"path": ["regulatory", "euAiAct", "qualityManagement"],
		"obligatory": "the provider of a high-risk system",
		"excusable": false,
		"maxAgeDays": null,
	}) {
		said(case.about) == object.union(case.verdict, {"observed": (object.get(case.verdict, "observed", set()) | (complete_observed - {cases.item("qualityManagement", "The quality management is recorded as done; no date of completion is recorded.")}))})
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
	postponed := cases.postponed(complete, "Art. 17")
	cases.keeps_to(postponed, [on(case.day, case.about) | some case in postponed])
}
