package aims.rules.eu_human_oversight_test

import data.aims.lib.duty.practice_cases_test as practices
import data.aims.lib.expectation_test as expectation
import data.aims.lib.law_cases_test as cases
import data.aims.rules.eu_human_oversight as rule

said(system) := verdict if {
	verdict := rule.verdict with input as expectation.about(system)
		with data.params as expectation.params
		with data.reference.eu_ai_act.provisions as cases.in_force
}

on(day, system) := verdict if {
	verdict := rule.verdict with input as object.union(expectation.about(system), {"asOf": day}) with data.params as expectation.params
}

complete := object.union(
	cases.with_field(cases.high_risk("provider"), "oversightMeasures", {"state": "done"}),
	{"oversight": {"mode": "human-on-the-loop", "stop": {"state": "done"}}},
)

complete_observed := {
	cases.item("oversightMeasures", "The work on measures of oversight is recorded as done; no date of completion is recorded."),
	expectation.item("/system/oversight/stop", "The way to stop the system is recorded as done; no date of completion is recorded."),
}

test_complete if said(complete) == expectation.says({"observed": complete_observed})

test_nobody_oversees_it if {
	said(expectation.with_value(complete, ["oversight", "mode"], "none")).violation == {expectation.item("/system/oversight/mode", "The record says that nobody oversees the system.")}
}

test_the_way_of_oversight_is_unknown if {
	said(expectation.with_value(complete, ["oversight", "mode"], "unknown")).missing == {expectation.item("/system/oversight/mode", "How people oversee the system in use is recorded as unknown.")}
}

test_the_stop_is_not_ready if {
	every state, set in {"not-done": "violation", "unknown": "missing", "in-progress": "pending", "not-applicable": "violation"} {
		object.keys(said(expectation.with_value(complete, ["oversight", "stop", "state"], state))) == {"applicable", "observed", set}
	}
	said(expectation.with_value(complete, ["oversight", "stop", "state"], "not-applicable")).violation == {expectation.item(
		"/system/oversight/stop/state",
		"The way to stop the system is recorded as not applicable, but it is obligatory for the provider of a high-risk system.",
	)}
}

test_blank if {
	said(cases.high_risk("provider")) == expectation.says({"missing": {
		cases.item("oversightMeasures", "The work on measures of oversight is blank: nobody recorded how far it got."),
		expectation.item("/system/oversight/stop", "The way to stop the system is blank: nobody recorded how far it got."),
		expectation.item("/system/oversight/mode", "Nobody recorded how people oversee the system in use."),
	}})
}

test_every_state_of_measures if {
	every case in practices.cases({
		"subject": "system",
		"about": cases.without(complete, "oversightMeasures"),
		"name": "The work on measures of oversight",
		"path": ["regulatory", "euAiAct", "oversightMeasures"],
		"obligatory": "the provider of a high-risk system",
		"excusable": false,
		"maxAgeDays": null,
	}) {
		said(case.about) == object.union(case.verdict, {"observed": (object.get(case.verdict, "observed", set()) | (complete_observed - {cases.item("oversightMeasures", "The work on measures of oversight is recorded as done; no date of completion is recorded.")}))})
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
	postponed := cases.postponed(complete, "Art. 14")
	cases.keeps_to(postponed, [on(case.day, case.about) | some case in postponed])
}
