package aims.rules.high_impact_training_test

import data.aims.lib.duty.practice_cases_test as practices
import data.aims.lib.expectation_test as expectation
import data.aims.rules.high_impact_training as rule

said(system) := verdict if {
	verdict := rule.verdict with input as expectation.about(system) with data.params as expectation.params
}

concerned := {"lifecycle": {"stage": "deployed"}, "regulatory": {"omb": {"highImpact": "yes"}}}

test_every_state if {
	every case in practices.cases({
		"subject": "system",
		"about": concerned,
		"name": "Training of operators",
		"path": ["practices", "training"],
		"obligatory": "a deployed high-impact system",
		"excusable": false,
		"maxAgeDays": 730,
	}) {
		said(case.about) == case.verdict
	}
}

test_concerns_deployed_high_impact_systems if {
	pilot := object.union(concerned, {"lifecycle": {"stage": "pilot"}})
	said(pilot) == expectation.outside({expectation.not_deployed("pilot")})
	said({"lifecycle": {"stage": "deployed"}}) == expectation.outside({expectation.not_high_impact("Nobody recorded whether the system is high-impact under OMB M-25-21")})
	said(object.remove(concerned, ["lifecycle"])) == expectation.stage_blank
	said(object.union(concerned, {"lifecycle": {"stage": "unknown"}})) == expectation.stage_unknown
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
