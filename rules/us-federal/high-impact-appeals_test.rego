package aims.rules.high_impact_appeals_test

import data.aims.lib.duty.practice_cases_test as practices
import data.aims.lib.expectation_test as expectation
import data.aims.rules.high_impact_appeals as rule

said(system) := verdict if {
	verdict := rule.verdict with input as expectation.about(system) with data.params as expectation.params
}

system := {"lifecycle": {"stage": "deployed"}, "regulatory": {"omb": {"highImpact": "yes"}}}

test_every_state if {
	every case in practices.cases({
		"subject": "system",
		"about": system,
		"name": "The way to appeal",
		"path": ["practices", "appeals"],
		"obligatory": "a deployed high-impact system",
		"excusable": false,
		"maxAgeDays": null,
	}) {
		said(case.about) == case.verdict
	}
}

test_concerns_deployed_high_impact_systems if {
	pilot := object.union(system, {"lifecycle": {"stage": "pilot"}})
	said(pilot) == expectation.outside({expectation.not_deployed("pilot")})
	said(json.remove(system, ["regulatory"])) == expectation.outside({expectation.not_high_impact("Nobody recorded whether the system is high-impact under OMB M-25-21")})
	said(json.remove(system, ["lifecycle"])) == expectation.stage_blank
	said(object.union(system, {"lifecycle": {"stage": "unknown"}})) == expectation.stage_unknown
}
