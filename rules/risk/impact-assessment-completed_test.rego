package aims.rules.impact_assessment_completed_test

import data.aims.lib.duty.practice_cases_test as practices
import data.aims.lib.expectation_test as expectation
import data.aims.rules.impact_assessment_completed as rule

said(system) := verdict if {
	verdict := rule.verdict with input as expectation.about(system) with data.params as expectation.params
}

concerned := {"lifecycle": {"stage": "deployed"}}

test_every_state if {
	every case in practices.cases({
		"subject": "system",
		"about": concerned,
		"name": "The impact assessment",
		"path": ["impactAssessment"],
		"obligatory": "a deployed system of high risk",
		"excusable": true,
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

test_may_be_excused_where_the_risk_is_not_high if {
	excused := expectation.with_value({"lifecycle": {"stage": "deployed"}}, ["impactAssessment"], {"state": "not-applicable", "note": "Nobody needs it."})
	said(excused) == expectation.says({"observed": {expectation.item("/system/impactAssessment", "The impact assessment is recorded as not needed: Nobody needs it.")}})
	unexplained := expectation.with_value({"lifecycle": {"stage": "deployed"}}, ["impactAssessment"], {"state": "not-applicable"})
	said(unexplained) == expectation.says({"pending": {expectation.item("/system/impactAssessment/state", "The impact assessment is recorded as not applicable, but nobody noted why.")}})
}

test_reads_the_limit_from_the_profile if {
	done := expectation.about(expectation.with_value(concerned, ["impactAssessment"], {"state": "done", "completedOn": "2026-10-30"}))
	strict := rule.verdict with input as done with data.params as {"impact-assessment-max-age": 1}
	strict == expectation.says({"stale": {expectation.item(
		"/system/impactAssessment/completedOn",
		"The impact assessment was completed on 2026-10-30, 2 days before 2026-11-01; the limit is 1 day.",
	)}})
	not rule.verdict with input as done with data.params as {}
}

high := object.union(concerned, {"risk": {"tier": "high"}})

done := expectation.item("/system/impactAssessment", "The impact assessment is recorded as done; no date of completion is recorded.")

test_has_to_say_what_it_found_about_a_system_of_high_risk if {
	said(object.union(high, {"impactAssessment": {"state": "done"}})) == expectation.says({
		"pending": {expectation.item(
			"/system/impactAssessment",
			"The system is of high risk, and neither potential impacts nor an evidence record say what the impact assessment found.",
		)},
		"observed": {done},
	})
	every found in [{"potentialImpacts": "A wrong refusal."}, {"evidence": ["impact-assessment"]}] {
		said(object.union(high, {"impactAssessment": object.union({"state": "done"}, found)})) == expectation.says({"observed": {done}})
	}
	said(object.union(high, {"impactAssessment": {"state": "in-progress"}})) == expectation.says({"pending": {expectation.item(
		"/system/impactAssessment/state",
		"The impact assessment is in progress.",
	)}})
}

test_is_obligatory_for_a_system_of_high_risk if {
	excuse := {"impactAssessment": {"state": "not-applicable", "note": "It is small."}}
	said(object.union(high, excuse)) == expectation.says({"violation": {expectation.item(
		"/system/impactAssessment/state",
		"The impact assessment is recorded as not applicable, but it is obligatory for a deployed system of high risk.",
	)}})
}

test_an_assessment_that_is_not_done_is_overtaken_by_nothing if {
	verdict := said(object.union(concerned, {
		"impactAssessment": {"state": "in-progress", "completedOn": "2026-03-10"},
		"changes": [{"on": "2026-03-11", "what": "new data", "substantial": "yes"}],
	}))
	verdict == expectation.says({"pending": {expectation.item("/system/impactAssessment/state", "The impact assessment is in progress.")}})
}

changed(on, substantial) := said(object.union(concerned, {
	"impactAssessment": {"state": "done", "completedOn": "2026-03-10"},
	"changes": [{"on": on, "what": "new data", "substantial": substantial}],
}))

test_stale_when_changed_substantially_since if {
	kept := {expectation.item(
		"/system/impactAssessment",
		"The impact assessment was completed on 2026-03-10, 236 days before 2026-11-01, within the limit of 365 days.",
	)}
	changed("2026-03-11", "yes") == expectation.says({
		"stale": {expectation.item(
			"/system/impactAssessment/completedOn",
			"The impact assessment was completed on 2026-03-10; since then the system was changed substantially (new data, on 2026-03-11).",
		)},
		"observed": kept,
	})
	every case in [["2026-03-10", "yes"], ["2026-03", "yes"], ["2026-03-11", "no"], ["2026-11-02", "yes"]] {
		[on, substantial] := case
		changed(on, substantial) == expectation.says({"observed": kept})
	}
}
