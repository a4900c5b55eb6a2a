package aims.rules.eu_data_governance_test

import data.aims.lib.duty.practice_cases_test as practices
import data.aims.lib.expectation_test as expectation
import data.aims.lib.law_cases_test as cases
import data.aims.rules.eu_data_governance as rule

said(system) := verdict if {
	verdict := rule.verdict with input as expectation.about(system)
		with data.params as expectation.params
		with data.reference.eu_ai_act.provisions as cases.in_force
}

on(day, system) := verdict if {
	verdict := rule.verdict with input as object.union(expectation.about(system), {"asOf": day}) with data.params as expectation.params
}

complete := object.union(
	cases.with_field(cases.high_risk("provider"), "biasExamination", {"state": "done"}),
	{"data": {"sets": [{"name": "Loans", "origin": "Own books", "quality": {"state": "done"}}]}},
)

complete_observed := {
	cases.item("biasExamination", "The examination for bias is recorded as done; no date of completion is recorded."),
	expectation.item("/system/data/sets", "Data sets: 1 recorded."),
	expectation.item("/system/data/sets/0/quality", "The check of the quality of the data set Loans is recorded as done; no date of completion is recorded."),
}

test_complete if said(complete) == expectation.says({"observed": complete_observed})

with_sets(sets) := object.union(complete, {"data": {"sets": sets}})

test_each_data_set_counts if {
	verdict := said(with_sets([complete.data.sets[0], {"name": "Bureau"}]))
	verdict.missing == {
		expectation.item("/system/data/sets/1/origin", "Nobody recorded where the data set Bureau comes from."),
		expectation.item("/system/data/sets/1/quality", "The check of the quality of the data set Bureau is blank: nobody recorded how far it got."),
	}
	object.keys(verdict) == {"applicable", "missing", "observed"}
}

test_the_state_of_the_check if {
	every state, set in {"not-done": "violation", "unknown": "missing", "in-progress": "pending", "not-applicable": "violation"} {
		checked := with_sets([{"name": "Loans", "origin": "Own books", "quality": {"state": state}}])
		object.keys(said(checked)) == {"applicable", "observed", set}
	}
	said(with_sets([{"name": "Loans", "origin": "Own books", "quality": {"state": "not-applicable"}}])).violation == {expectation.item(
		"/system/data/sets/0/quality/state",
		"The check of the quality of the data set Loans is recorded as not applicable, but it is obligatory for the data of a high-risk system.",
	)}
}

test_without_data_sets if {
	said(with_sets([])).violation == {expectation.item("/system/data/sets", "The list of data sets is recorded as empty.")}
	said(json.remove(complete, ["data"])).missing == {expectation.item("/system/data/sets", "Nobody recorded any data set.")}
}

test_blank if object.keys(said(cases.high_risk("provider"))) == {"applicable", "missing"}

test_every_state_of_bias if {
	every case in practices.cases({
		"subject": "system",
		"about": cases.without(complete, "biasExamination"),
		"name": "The examination for bias",
		"path": ["regulatory", "euAiAct", "biasExamination"],
		"obligatory": "the provider of a high-risk system",
		"excusable": false,
		"maxAgeDays": null,
	}) {
		said(case.about) == object.union(case.verdict, {"observed": (object.get(case.verdict, "observed", set()) | (complete_observed - {cases.item("biasExamination", "The examination for bias is recorded as done; no date of completion is recorded.")}))})
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
	postponed := cases.postponed(complete, "Art. 10")
	cases.keeps_to(postponed, [on(case.day, case.about) | some case in postponed])
}
