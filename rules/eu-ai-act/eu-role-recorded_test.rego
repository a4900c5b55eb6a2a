package aims.rules.eu_role_recorded_test

import data.aims.lib.expectation_test as expectation
import data.aims.lib.law_cases_test as cases
import data.aims.rules.eu_role_recorded as rule

said(system) := verdict if {
	verdict := rule.verdict with input as expectation.about(system)
		with data.params as expectation.params
		with data.reference.eu_ai_act.provisions as cases.in_force
}

on(day, system) := verdict if {
	verdict := rule.verdict with input as object.union(expectation.about(system), {"asOf": day}) with data.params as expectation.params
}

said_of(fields) := said({"regulatory": {"euAiAct": fields}})

role_blank := cases.item("role", "Nobody recorded the role that the organization has under the EU AI Act.")

test_observed_where_the_role_is_recorded if {
	said_of({"role": "provider"}) == expectation.says({"observed": {cases.item("role", "The role under the EU AI Act is recorded as provider.")}})
	said_of({"role": "provider", "furtherRoles": ["deployer"], "covered": "yes"}) == expectation.says({"observed": {cases.item("role", "The role under the EU AI Act is recorded as deployer, provider.")}})
}

test_observed_where_the_act_does_not_cover_it if {
	said_of({"covered": "no", "coveredReason": "Research alone."}) == expectation.says({"observed": {cases.item("coveredReason", "The EU AI Act does not cover the system: Research alone.")}})
}

test_a_reason_says_nothing_where_the_act_covers_it if {
	said_of({"role": "provider", "covered": "yes", "coveredReason": "Research alone."}) == said_of({"role": "provider"})
}

test_missing_where_it_is_not_said_why if {
	said_of({"covered": "no"}) == expectation.says({"missing": {cases.item("coveredReason", "The record says that the EU AI Act does not cover the system, but not why.")}})
}

test_missing_when_blank_or_unknown if {
	said({}) == expectation.says({"missing": {role_blank}})
	said_of({"covered": "yes"}) == expectation.says({"missing": {role_blank}})
	said_of({"covered": "unknown"}) == expectation.says({"missing": {role_blank, cases.item("covered", "Whether the EU AI Act covers the system is recorded as unknown.")}})
}

test_does_not_concern_retired_systems if {
	said({"lifecycle": {"stage": "retired"}}) == expectation.outside({expectation.retired})
}

test_from_the_day_on_which_it_applies if {
	on("2025-02-01", {}) == cases.not_yet("Art. 2", "2025-02-02", "Regulation (EU) 2024/1689, Art. 113", "2025-02-01")
	on("2025-02-02", {}) == expectation.says({"missing": {role_blank}})
}
