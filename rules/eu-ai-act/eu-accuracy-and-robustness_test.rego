package aims.rules.eu_accuracy_and_robustness_test

import data.aims.lib.duty.practice_cases_test as practices
import data.aims.lib.expectation_test as expectation
import data.aims.lib.law_cases_test as cases
import data.aims.rules.eu_accuracy_and_robustness as rule

said(system) := verdict if {
	verdict := rule.verdict with input as expectation.about(system)
		with data.params as expectation.params
		with data.reference.eu_ai_act.provisions as cases.in_force
}

on(day, system) := verdict if {
	verdict := rule.verdict with input as object.union(expectation.about(system), {"asOf": day}) with data.params as expectation.params
}

complete := cases.with_fields(cases.high_risk("provider"), {
	"accuracyMetrics": ["AUC at least 0.78"],
	"robustness": {"state": "done"},
	"cybersecurity": {"state": "done"},
})

complete_observed := {
	cases.item("accuracyMetrics", "Declared metrics of accuracy: 1 recorded."),
	cases.item("robustness", "The protection against errors and faults is recorded as done; no date of completion is recorded."),
	cases.item("cybersecurity", "The protection against attacks is recorded as done; no date of completion is recorded."),
}

test_complete if said(complete) == expectation.says({"observed": complete_observed})

test_without_metrics if {
	said(cases.without(complete, "accuracyMetrics")).missing == {cases.item("accuracyMetrics", "Nobody recorded which metrics of accuracy are declared.")}
	said(cases.with_field(complete, "accuracyMetrics", [])).violation == {cases.item("accuracyMetrics", "The list of declared metrics of accuracy is recorded as empty.")}
}

test_blank if {
	object.keys(said(cases.high_risk("provider"))) == {"applicable", "missing"}
	count(said(cases.high_risk("provider")).missing) == 3
}

test_every_state_of_robustness if {
	every case in practices.cases({
		"subject": "system",
		"about": cases.without(complete, "robustness"),
		"name": "The protection against errors and faults",
		"path": ["regulatory", "euAiAct", "robustness"],
		"obligatory": "the provider of a high-risk system",
		"excusable": false,
		"maxAgeDays": null,
	}) {
		said(case.about) == object.union(case.verdict, {"observed": (object.get(case.verdict, "observed", set()) | (complete_observed - {cases.item("robustness", "The protection against errors and faults is recorded as done; no date of completion is recorded.")}))})
	}
}

test_every_state_of_cybersecurity if {
	every case in practices.cases({
		"subject": "system",
		"about": cases.without(complete, "cybersecurity"),
		"name": "The protection against attacks",
		"path": ["regulatory", "euAiAct", "cybersecurity"],
		"obligatory": "the provider of a high-risk system",
		"excusable": false,
		"maxAgeDays": null,
	}) {
		said(case.about) == object.union(case.verdict, {"observed": (object.get(case.verdict, "observed", set()) | (complete_observed - {cases.item("cybersecurity", "The protection against attacks is recorded as done; no date of completion is recorded.")}))})
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
	postponed := cases.postponed(complete, "Art. 15")
	cases.keeps_to(postponed, [on(case.day, case.about) | some case in postponed])
}
