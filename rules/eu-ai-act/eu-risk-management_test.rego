package aims.rules.eu_risk_management_test

import data.aims.lib.duty.practice_cases_test as practices
import data.aims.lib.expectation_test as expectation
import data.aims.lib.law_cases_test as cases
import data.aims.rules.eu_risk_management as rule

said(system) := verdict if {
	verdict := rule.verdict with input as expectation.about(system)
		with data.params as expectation.params
		with data.reference.eu_ai_act.provisions as cases.in_force
}

on(day, system) := verdict if {
	verdict := rule.verdict with input as object.union(expectation.about(system), {"asOf": day}) with data.params as expectation.params
}

system := object.union(cases.high_risk("provider"), {"risk": {"assessments": [
	{"id": "ra-1"},
	{"id": "ra-2", "residual": "low", "acceptedBy": "Risk committee"},
]}})

listed := {"observed": {expectation.item("/system/risk/assessments", "Risk assessments: 2 recorded.")}}

done := cases.with_field(system, "riskManagement", {"state": "done"})

test_every_state if {
	every case in practices.cases({
		"subject": "system",
		"about": system,
		"name": "The risk management",
		"path": ["regulatory", "euAiAct", "riskManagement"],
		"obligatory": "the provider of a high-risk system",
		"excusable": false,
		"maxAgeDays": null,
	}) {
		said(case.about) == object.union(case.verdict, {"observed": (object.get(case.verdict, "observed", set()) | listed.observed)})
	}
}

test_pending_where_the_last_assessment_leaves_the_residual_risk_open if {
	verdict := said(object.union(done, {"risk": {"assessments": [{"id": "ra-1", "residual": "unknown"}]}}))
	verdict.pending == {
		expectation.item("/system/risk/assessments/0", "The last risk assessment does not say how high the residual risk is."),
		expectation.item("/system/risk/assessments/0", "The last risk assessment does not say who accepted the residual risk."),
	}
	object.keys(verdict) == {"applicable", "observed", "pending"}
}

test_without_assessments if {
	said(json.remove(done, ["risk"])).missing == {expectation.item("/system/risk/assessments", "Nobody recorded any risk assessment.")}
	said(object.union(done, {"risk": {"assessments": []}})).violation == {expectation.item("/system/risk/assessments", "The list of risk assessments is recorded as empty.")}
}

test_concerns_the_provider if {
	every case in cases.concerned(system, "provider") {
		said(case.about) == case.verdict
	}
}

test_nothing_is_recorded_about_the_act if {
	object.keys(said({"lifecycle": {"stage": "deployed"}})) == {"applicable", "missing"}
}

test_from_the_day_on_which_it_applies if {
	postponed := cases.postponed(system, "Art. 9")
	cases.keeps_to(postponed, [on(case.day, case.about) | some case in postponed])
}
