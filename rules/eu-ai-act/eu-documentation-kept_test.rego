package aims.rules.eu_documentation_kept_test

import data.aims.lib.expectation_test as expectation
import data.aims.lib.law_cases_test as cases
import data.aims.rules.eu_documentation_kept as rule

said(system) := about(system, {})

# Other parts of the input beside the system.
about(system, parts) := verdict if {
	verdict := rule.verdict with input as object.union_n([expectation.about(system), {"organization": {"financialInstitution": "no"}}, parts])
		with data.params as expectation.params
		with data.reference.eu_ai_act.provisions as cases.in_force
}

on(day, system) := verdict if {
	verdict := rule.verdict with input as object.union(expectation.about(system), {"asOf": day, "organization": {"financialInstitution": "no"}}) with data.params as expectation.params
}

keeping(days) := cases.with_field(cases.high_risk("provider"), "documentationRetentionDays", days)

documents(text) := {cases.item("documentationRetentionDays", text)}

test_the_limit if {
	said(keeping(3653)) == expectation.says({"observed": documents("The documents are kept for 3653 days; at least 3653 days are required (EU AI Act Art. 18(1): 10 years).")})
	said(keeping(3652)) == expectation.says({"violation": documents("The documents are kept for 3652 days; at least 3653 days are required (EU AI Act Art. 18(1): 10 years).")})
}

test_who_offers_a_product_with_it_counts_as_its_provider if {
	said(cases.with_field(keeping(3653), "role", "product-manufacturer")) == said(keeping(3653))
}

test_blank if {
	said(cases.high_risk("provider")) == expectation.says({"missing": documents("Nobody recorded for how many days the documents are kept; at least 3653 days are required (EU AI Act Art. 18(1): 10 years).")})
}

test_evidence_records_about_the_documents if {
	every control in ["eu-ai-act:Art. 11", "eu-ai-act:Art. 11(1)", "eu-ai-act:Annex IV(2)(a)", "eu-ai-act:Art. 47"] {
		about(keeping(3653), {"evidence": [expectation.approved_record({"controls": [control], "retentionDays": 3652})]}) == object.union(
			said(keeping(3653)),
			{"violation": {expectation.item(
				"/evidence/0/retentionDays",
				"The record \"record-2026\" is kept for 3652 days; at least 3653 days are required (EU AI Act Art. 18(1): 10 years).",
			)}},
		)
	}
	every record in [
		{"controls": ["eu-ai-act:Art. 11"], "retentionDays": 3653},
		{"controls": ["eu-ai-act:Art. 11"]},
		{"controls": ["eu-ai-act:Art. 1", "eu-ai-act:Art. 110", "iso42001:A.6.2.7"], "retentionDays": 1},
		{"retentionDays": 1},
	] {
		about(keeping(3653), {"evidence": [expectation.approved_record(record)]}) == said(keeping(3653))
	}
}

test_periods_by_kind_of_record if {
	of_kind := {
		"evidence": [expectation.approved_record({"kind": "specification", "controls": ["eu-ai-act:Art. 11"]})],
		"organization": {
			"financialInstitution": "no",
			"documentControl": {"retention": [{"kind": "minutes", "days": 1}, {"kind": "specification", "days": 1827}]},
		},
	}
	about(keeping(3653), of_kind).violation == {expectation.item(
		"/evidence/0/kind",
		"The record \"record-2026\", as records of the kind specification, is kept for 1827 days; at least 3653 days are required (EU AI Act Art. 18(1): 10 years).",
	)}
	longer := object.union(of_kind, {"evidence": [expectation.approved_record({"kind": "specification", "controls": ["eu-ai-act:Art. 11"], "retentionDays": 3653})]})
	about(keeping(3653), longer) == said(keeping(3653))
}

test_the_law_of_the_sector if {
	about(keeping(3653), {"organization": {"financialInstitution": "yes"}}) == expectation.says({"missing": {expectation.item(
		"/system/laws",
		"Nobody recorded under laws for how many days the law of the sector asks; EU AI Act Art. 18(3), 19(2) and 26(6) leaves to it how long the documents are kept.",
	)}})
	bound := object.union(keeping(3653), {"laws": [{"name": "Banking act", "retention": {"documents": 5479}}]})
	about(bound, {"organization": {"financialInstitution": "yes"}}) == expectation.says({"violation": documents("The documents are kept for 3653 days; at least 5479 days are required (Banking act).")})
}

test_concerns_what_was_released if {
	said(object.union(keeping(3653), {"lifecycle": {"stage": "retired"}})) == said(keeping(3653))
	said(cases.with_field(keeping(3653), "role", "product-manufacturer")) == said(keeping(3653))
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
