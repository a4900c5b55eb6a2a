package aims.rules.high_impact_oversight_test

import data.aims.lib.duty.practice_cases_test as practices
import data.aims.lib.expectation_test as expectation
import data.aims.rules.high_impact_oversight as rule

said(system) := verdict if {
	verdict := rule.verdict with input as expectation.about(system) with data.params as expectation.params
}

system := {
	"lifecycle": {"stage": "deployed"},
	"regulatory": {"omb": {"highImpact": "yes"}},
	"oversight": {"mode": "human-in-the-loop"},
}

test_every_state if {
	every case in practices.cases({
		"subject": "system",
		"about": system,
		"name": "The fail-safe",
		"path": ["practices", "failsafe"],
		"obligatory": "a deployed high-impact system",
		"excusable": false,
		"maxAgeDays": null,
	}) {
		said(case.about) == case.verdict
	}
}

done := {expectation.item("/system/practices/failsafe", "The fail-safe is recorded as done; no date of completion is recorded.")}

with_mode(mode) := object.union(system, {"oversight": {"mode": mode}, "practices": {"failsafe": {"state": "done"}}})

test_somebody_oversees_it if {
	said(with_mode("human-in-command")) == expectation.says({"observed": done})
	said(with_mode("none")) == expectation.says({
		"violation": {expectation.item("/system/oversight/mode", "The system is high-impact, but the record says that nobody oversees it.")},
		"observed": done,
	})
	said(with_mode("unknown")) == expectation.says({
		"missing": {expectation.item("/system/oversight/mode", "How people oversee the system is recorded as unknown.")},
		"observed": done,
	})
}

test_blank if {
	said(json.remove(system, ["oversight"])) == expectation.says({"missing": {
		expectation.item("/system/practices/failsafe", "The fail-safe is blank: nobody recorded how far it got."),
		expectation.item("/system/oversight/mode", "Nobody recorded how people oversee the system."),
	}})
}

test_concerns_deployed_high_impact_systems if {
	pilot := object.union(system, {"lifecycle": {"stage": "pilot"}})
	said(pilot) == expectation.outside({expectation.not_deployed("pilot")})
	said(json.remove(system, ["regulatory"])) == expectation.outside({expectation.not_high_impact("Nobody recorded whether the system is high-impact under OMB M-25-21")})
	said(json.remove(system, ["lifecycle"])) == expectation.stage_blank
	said(object.union(system, {"lifecycle": {"stage": "unknown"}})) == expectation.stage_unknown
}
