package aims.rules.operators_trained_test

import data.aims.lib.duty.practice_cases_test as practices
import data.aims.lib.expectation_test as expectation
import data.aims.rules.operators_trained as rule

said(system) := verdict if {
	verdict := rule.verdict with input as expectation.about(system) with data.params as expectation.params
}

concerned := {"lifecycle": {"stage": "deployed"}, "risk": {"tier": "high"}}

test_every_state if {
	every case in practices.cases({
		"subject": "system",
		"about": concerned,
		"name": "Training of operators",
		"path": ["practices", "training"],
		"obligatory": "a deployed system of high risk",
		"excusable": false,
		"maxAgeDays": 730,
	}) {
		said(case.about) == case.verdict
	}
}

test_concerns_deployed_systems if {
	said({"lifecycle": {"stage": "pilot"}}) == expectation.outside({expectation.not_deployed("pilot")})
	said({}) == expectation.stage_blank
	said({"lifecycle": {"stage": "unknown"}}) == expectation.stage_unknown
}

test_may_be_excused_where_the_risk_is_not_high if {
	excused := expectation.with_value({"lifecycle": {"stage": "deployed"}}, ["practices", "training"], {"state": "not-applicable", "note": "Nobody needs it."})
	said(excused) == expectation.says({"observed": {expectation.item("/system/practices/training", "Training of operators is recorded as not needed: Nobody needs it.")}})
	unexplained := expectation.with_value({"lifecycle": {"stage": "deployed"}}, ["practices", "training"], {"state": "not-applicable"})
	said(unexplained) == expectation.says({"pending": {expectation.item("/system/practices/training/state", "Training of operators is recorded as not applicable, but nobody noted why.")}})
}

test_reads_the_limit_from_the_profile if {
	done := expectation.about(expectation.with_value(concerned, ["practices", "training"], {"state": "done", "completedOn": "2026-10-30"}))
	strict := rule.verdict with input as done with data.params as {"operator-training-max-age": 1}
	strict == expectation.says({"stale": {expectation.item(
		"/system/practices/training/completedOn",
		"Training of operators was completed on 2026-10-30, 2 days before 2026-11-01; the limit is 1 day.",
	)}})
	not rule.verdict with input as done with data.params as {}
}
