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

complete := object.union(
	cases.with_field(cases.high_risk("deployer"), "useAsInstructed", {"state": "done"}),
	{"practices": {"monitoring": {"state": "done"}}},
)

instructed := cases.item("useAsInstructed", "The use by the instructions is recorded as done; no date of completion is recorded.")

watched := expectation.item("/system/practices/monitoring", "The monitoring of the use is recorded as done; no date of completion is recorded.")

test_complete if said(complete) == expectation.says({"observed": {instructed, watched}})

test_blank if {
	said(cases.high_risk("deployer")) == expectation.says({"missing": {
		cases.item("useAsInstructed", "The use by the instructions is blank: nobody recorded how far it got."),
		expectation.item("/system/practices/monitoring", "The monitoring of the use is blank: nobody recorded how far it got."),
	}})
}

test_every_state_of_the_use if {
	every case in practices.cases({
		"subject": "system",
		"about": json.remove(complete, ["regulatory/euAiAct/useAsInstructed"]),
		"name": "The use by the instructions",
		"path": ["regulatory", "euAiAct", "useAsInstructed"],
		"obligatory": "the deployer of a high-risk system",
		"excusable": false,
		"maxAgeDays": null,
	}) {
		said(case.about) == object.union(case.verdict, {"observed": (object.get(case.verdict, "observed", set()) | {watched})})
	}
}

test_every_state_of_the_monitoring if {
	every case in practices.cases({
		"subject": "system",
		"about": json.remove(complete, ["practices/monitoring"]),
		"name": "The monitoring of the use",
		"path": ["practices", "monitoring"],
		"obligatory": "the deployer of a high-risk system",
		"excusable": false,
		"maxAgeDays": null,
	}) {
		said(case.about) == object.union(case.verdict, {"observed": (object.get(case.verdict, "observed", set()) | {instructed})})
	}
}

test_concerns_the_deployer if {
	every case in cases.concerned(complete, "deployer") {
		said(case.about) == case.verdict
	}
}

test_nothing_is_recorded_about_the_act if {
	object.keys(said({"lifecycle": {"stage": "deployed"}})) == {"applicable", "missing"}
}

test_from_the_day_on_which_it_applies if {
	postponed := cases.postponed(complete, "Art. 26")
	cases.keeps_to(postponed, [on(case.day, case.about) | some case in postponed])
}
