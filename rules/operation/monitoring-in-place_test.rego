package aims.rules.monitoring_in_place_test

import data.aims.lib.duty.practice_cases_test as practices
import data.aims.lib.expectation_test as expectation
import data.aims.rules.monitoring_in_place as rule

said(system) := verdict if {
	verdict := rule.verdict with input as expectation.about(system) with data.params as expectation.params
}

concerned := {"lifecycle": {"stage": "deployed"}}

test_every_state if {
	every case in practices.cases({
		"subject": "system",
		"about": concerned,
		"name": "Monitoring",
		"path": ["practices", "monitoring"],
		"obligatory": "every deployed system",
		"excusable": false,
		"maxAgeDays": 365,
	}) {
		said(case.about) == case.verdict
	}
}

test_concerns_deployed_systems if {
	said({"lifecycle": {"stage": "pilot"}}) == expectation.outside({expectation.not_deployed("pilot")})
	said({}) == expectation.stage_blank
	said({"lifecycle": {"stage": "unknown"}}) == expectation.stage_unknown
}

test_reads_the_limit_from_the_profile if {
	done := expectation.about(expectation.with_value(concerned, ["practices", "monitoring"], {"state": "done", "completedOn": "2026-10-30"}))
	strict := rule.verdict with input as done with data.params as {"monitoring-max-age": 1}
	strict == expectation.says({"stale": {expectation.item(
		"/system/practices/monitoring/completedOn",
		"Monitoring was completed on 2026-10-30, 2 days before 2026-11-01; the limit is 1 day.",
	)}})
	not rule.verdict with input as done with data.params as {}
}
