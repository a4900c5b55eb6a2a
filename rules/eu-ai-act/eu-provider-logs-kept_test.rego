package aims.rules.eu_provider_logs_kept_test

import data.aims.lib.expectation_test as expectation
import data.aims.lib.law_cases_test as cases
import data.aims.rules.eu_provider_logs_kept as rule

said(system) := verdict if {
	verdict := about(system, "no")
}

# The organization is a financial institution, or it is not.
about(system, financial) := verdict if {
	verdict := rule.verdict with input as object.union(expectation.about(system), {"organization": {"financialInstitution": financial}})
		with data.params as expectation.params
		with data.reference.eu_ai_act.provisions as cases.in_force
}

on(day, system) := verdict if {
	verdict := rule.verdict with input as object.union(expectation.about(system), {"asOf": day, "organization": {"financialInstitution": "no"}})
		with data.params as expectation.params
}

keeping(days) := object.union(cases.high_risk("provider"), {"logging": {"retentionDays": days}})

logs(text) := {expectation.item("/system/logging/retentionDays", text)}

test_the_limit if {
	said(keeping(184)) == expectation.says({"observed": logs("Event logs are kept for 184 days; at least 184 days are required (EU AI Act Art. 19(1): 6 months).")})
	said(keeping(183)) == expectation.says({"violation": logs("Event logs are kept for 183 days; at least 184 days are required (EU AI Act Art. 19(1): 6 months).")})
	said(keeping(0)) == expectation.says({"violation": logs("Event logs are kept for 0 days; at least 184 days are required (EU AI Act Art. 19(1): 6 months).")})
}

test_blank if {
	said(cases.high_risk("provider")) == expectation.says({"missing": logs("Nobody recorded for how many days event logs are kept; at least 184 days are required (EU AI Act Art. 19(1): 6 months).")})
}

test_the_law_of_the_sector if {
	about(keeping(183), "unknown") == said(keeping(183))
	about(keeping(184), "unknown") == expectation.says({"missing": {expectation.item(
		"/organization/financialInstitution",
		"Whether the organization is a financial institution under EU law is recorded as unknown; if it is, the law of its sector says how long event logs are kept (EU AI Act Art. 18(3), 19(2) and 26(6)).",
	)}})
	about(keeping(184), "yes") == expectation.says({"missing": {expectation.item(
		"/system/laws",
		"Nobody recorded under laws for how many days the law of the sector asks; EU AI Act Art. 18(3), 19(2) and 26(6) leaves to it how long event logs are kept.",
	)}})
	bound := object.union(keeping(184), {"laws": [{"name": "Banking act", "retention": {"logs": 1827}}]})
	about(bound, "yes") == expectation.says({"violation": logs("Event logs are kept for 184 days; at least 1827 days are required (Banking act).")})
	about(bound, "no") == said(keeping(184))
}

test_concerns_the_provider if {
	every case in cases.concerned(keeping(184), "provider") {
		said(case.about) == case.verdict
	}
}

test_nothing_is_recorded_about_the_act if {
	object.keys(said({"lifecycle": {"stage": "deployed"}})) == {"applicable", "missing"}
}

test_from_the_day_on_which_it_applies if {
	postponed := cases.postponed(keeping(184), "Art. 19")
	cases.keeps_to(postponed, [on(case.day, case.about) | some case in postponed])
}
