package aims.rules.eu_documentation_kept_test

import data.aims.lib.expectation_test as expectation
import data.aims.lib.law_cases_test as cases
import data.aims.rules.eu_documentation_kept as rule

said(system) := verdict if {
	verdict := rule.verdict with input as expectation.about(system)
		with data.params as expectation.params
		with data.reference.eu_ai_act.provisions as cases.in_force
}

on(day, system) := verdict if {
	verdict := rule.verdict with input as object.union(expectation.about(system), {"asOf": day}) with data.params as expectation.params
}

keeping(days) := cases.with_field(cases.high_risk("provider"), "documentationRetentionDays", days)

documents(text) := {cases.item("documentationRetentionDays", text)}

test_the_limit if {
	said(keeping(3653)) == expectation.says({"observed": documents("The documents are kept for 3653 days; Art. 18(1) asks for 10 years, which are up to 3653 days.")})
	said(keeping(3652)) == expectation.says({"violation": documents("The documents are kept for 3652 days; Art. 18(1) asks for 10 years, which are up to 3653 days.")})
}

test_who_offers_a_product_with_it_counts_as_its_provider if {
	said(cases.with_field(keeping(3653), "role", "product-manufacturer")) == said(keeping(3653))
}

test_blank if {
	said(cases.high_risk("provider")) == expectation.says({"missing": documents("Nobody recorded for how long the documents are kept; Art. 18(1) asks for 10 years, which are up to 3653 days.")})
}

test_concerns_what_was_released if {
	said(object.union(keeping(3653), {"lifecycle": {"stage": "retired"}})) == said(keeping(3653))
	said(object.union(keeping(3653), {"lifecycle": {"stage": "pilot"}})) == expectation.outside({expectation.not_deployed("pilot")})
	said(json.remove(keeping(3653), ["lifecycle"])) == expectation.stage_blank
	every case in cases.concerned_by_record(keeping(3653), "provider") {
		said(case.about) == case.verdict
	}
}

test_from_the_day_on_which_it_applies if {
	postponed := cases.postponed(keeping(3653), "Art. 18")
	cases.keeps_to(postponed, [on(case.day, case.about) | some case in postponed])
}
