package aims.rules.eu_event_logging_test

import data.aims.lib.expectation_test as expectation
import data.aims.lib.law_cases_test as cases
import data.aims.rules.eu_event_logging as rule

said(system) := verdict if {
	verdict := rule.verdict with input as expectation.about(system)
		with data.params as expectation.params
		with data.reference.eu_ai_act.provisions as cases.in_force
}

on(day, system) := verdict if {
	verdict := rule.verdict with input as object.union(expectation.about(system), {"asOf": day}) with data.params as expectation.params
}

complete := object.union(cases.high_risk("provider"), {"logging": {"enabled": "yes", "events": ["start", "decision"]}})

with_logging(fields) := object.union(complete, {"logging": fields})

listed := {expectation.item("/system/logging/events", "Kinds of events that the system records: 2 recorded.")}

test_complete if {
	said(complete) == expectation.says({"observed": listed})
	said(with_logging({"stages": ["pilot", "deployed"]})) == expectation.says({"observed": listed})
}

test_violation_where_it_is_off if {
	said(with_logging({"enabled": "no"})).violation == {expectation.item("/system/logging/enabled", "The system is recorded as one that does not record events.")}
	said(with_logging({"stages": ["pilot"]})).violation == {expectation.item("/system/logging/stages", "The system records events in other stages only, not while it is deployed.")}
	said(with_logging({"events": []})).violation == {expectation.item("/system/logging/events", "The list of kinds of events that the system records is recorded as empty.")}
}

test_missing_when_unknown if {
	said(with_logging({"enabled": "unknown"})).missing == {expectation.item("/system/logging/enabled", "Whether the system records events is recorded as unknown.")}
}

test_blank if {
	said(cases.high_risk("provider")) == expectation.says({"missing": {
		expectation.item("/system/logging/enabled", "Nobody recorded whether the system records events."),
		expectation.item("/system/logging/events", "Nobody recorded which events the system records."),
	}})
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
	postponed := cases.postponed(complete, "Art. 12")
	cases.keeps_to(postponed, [on(case.day, case.about) | some case in postponed])
}
