package aims.rules.eu_ai_literacy_test

import data.aims.lib.duty.practice_cases_test as practices
import data.aims.lib.expectation_test as expectation
import data.aims.lib.law_cases_test as cases
import data.aims.rules.eu_ai_literacy as rule

said(system) := verdict if {
	verdict := rule.verdict with input as expectation.about(system)
		with data.params as expectation.params
		with data.reference.eu_ai_act.provisions as cases.in_force
}

on(day, system) := verdict if {
	verdict := rule.verdict with input as object.union(expectation.about(system), {"asOf": day}) with data.params as expectation.params
}

system := {"lifecycle": {"stage": "deployed"}, "regulatory": {"euAiAct": {"role": "deployer", "riskClass": "minimal"}}}

test_every_state if {
	every case in practices.cases({
		"subject": "system",
		"about": system,
		"name": "The support of AI literacy",
		"path": ["practices", "training"],
		"obligatory": "providers and deployers",
		"excusable": true,
		"maxAgeDays": null,
	}) {
		said(case.about) == case.verdict
	}
}

test_an_excuse_needs_a_reason if {
	said(expectation.with_value(system, ["practices", "training"], {"state": "not-applicable"})) == expectation.says({"pending": {expectation.item(
		"/system/practices/training/state",
		"The support of AI literacy is recorded as not applicable, but nobody noted why.",
	)}})
}

test_concerns_providers_and_deployers if {
	said(cases.with_field(system, "role", "importer")) == expectation.outside({cases.other_role("importer", "provider or deployer")})
	said(cases.with_field(system, "covered", "no")) == expectation.outside({cases.not_covered})
	said(object.union(system, {"lifecycle": {"stage": "idea"}})) == expectation.outside({expectation.not_deployed("idea")})
	said(cases.without(system, "role")) == expectation.says({"missing": {cases.item("role", "Nobody recorded the role that the organization has under the EU AI Act.")}})
	said(json.remove(system, ["lifecycle"])) == expectation.stage_blank
	every role in ["provider", "product-manufacturer"] {
		said(cases.with_field(system, "role", role)) == said(system)
	}
}

test_from_the_day_on_which_it_applies if {
	on("2025-02-01", system) == cases.not_yet(
		"Art. 4",
		"2025-02-02",
		"Regulation (EU) 2024/1689, Art. 113",
		"2025-02-01",
	)
	on("2025-02-02", system) == said(system)
}
