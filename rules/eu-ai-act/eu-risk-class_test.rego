package aims.rules.eu_risk_class_test

import data.aims.lib.expectation_test as expectation
import data.aims.lib.law_cases_test as cases
import data.aims.rules.eu_risk_class as rule

said(system) := verdict if {
	verdict := rule.verdict with input as expectation.about(system)
		with data.params as expectation.params
		with data.reference.eu_ai_act.provisions as cases.in_force
}

on(day, system) := verdict if {
	verdict := rule.verdict with input as object.union(expectation.about(system), {"asOf": day}) with data.params as expectation.params
}

said_of(fields) := said({"regulatory": {"euAiAct": fields}})

class(name) := cases.item("riskClass", sprintf("The class under the EU AI Act is recorded as %s.", [name]))

test_observed_where_class_and_route_are_recorded if {
	said_of({"riskClass": "high-risk", "annexIII": "5(b)"}) == expectation.says({"observed": {class("high-risk")}})
	said_of({"riskClass": "high-risk", "annexI": "Regulation (EU) 2017/745"}) == expectation.says({"observed": {class("high-risk")}})
	said_of({"riskClass": "minimal"}) == expectation.says({"observed": {class("minimal")}})
	said_of({"riskClass": "minimal", "annexIII": "5(b)", "article6Exception": "Prepares a task"}) == expectation.says({"observed": {class("minimal")}})
}

test_violation_where_annex_iii_names_the_use if {
	every name in ["transparency", "minimal", "general-purpose"] {
		said_of({"riskClass": name, "annexIII": "5(b)"}) == expectation.says({
			"violation": {cases.item("riskClass", sprintf(
				"Annex III names the use of the system (5(b)), but its class is recorded as %s, and no exception under Art. 6(3) is recorded.",
				[name],
			))},
			"observed": {class(name)},
		})
	}
}

test_missing_where_the_route_is_blank if {
	said_of({"riskClass": "high-risk"}) == expectation.says({
		"missing": {cases.item("annexIII", "The system is recorded as high-risk, but not by which annex.")},
		"observed": {class("high-risk")},
	})
}

test_missing_when_blank_or_unknown if {
	said({}) == expectation.says({"missing": {cases.item("riskClass", "Nobody recorded the class of the system under the EU AI Act.")}})
	said_of({"riskClass": "unknown"}) == expectation.says({"missing": {cases.item("riskClass", "The class of the system under the EU AI Act is recorded as unknown.")}})
}

test_does_not_concern_retired_or_uncovered_systems if {
	said({"lifecycle": {"stage": "retired"}}) == expectation.outside({expectation.retired})
	said_of({"covered": "no"}) == expectation.outside({cases.not_covered})
}

test_from_the_day_on_which_it_applies if {
	postponed := cases.postponed(cases.high_risk("provider"), "Art. 6")
	cases.keeps_to(postponed, [on(case.day, case.about) | some case in postponed])
}
