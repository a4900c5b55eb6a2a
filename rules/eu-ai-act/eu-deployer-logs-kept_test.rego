package aims.rules.eu_deployer_logs_kept_test

import data.aims.lib.expectation_test as expectation
import data.aims.lib.law_cases_test as cases
import data.aims.rules.eu_deployer_logs_kept as rule

said(system) := verdict if {
	verdict := rule.verdict with input as expectation.about(system)
		with data.params as expectation.params
		with data.reference.eu_ai_act.provisions as cases.in_force
}

on(day, system) := verdict if {
	verdict := rule.verdict with input as object.union(expectation.about(system), {"asOf": day}) with data.params as expectation.params
}

keeping(days) := object.union(cases.high_risk("deployer"), {"logging": {"retentionDays": days}})

logs(text) := {expectation.item("/system/logging/retentionDays", text)}

test_the_limit if {
	said(keeping(184)) == expectation.says({"observed": logs("The logs are kept for 184 days; Art. 26(6) asks for 6 months, which are up to 184 days.")})
	said(keeping(183)) == expectation.says({"violation": logs("The logs are kept for 183 days; Art. 26(6) asks for 6 months, which are up to 184 days.")})
	said(keeping(0)) == expectation.says({"violation": logs("The logs are kept for 0 days; Art. 26(6) asks for 6 months, which are up to 184 days.")})
}

test_blank if {
	said(cases.high_risk("deployer")) == expectation.says({"missing": logs("Nobody recorded for how long the logs are kept; Art. 26(6) asks for 6 months, which are up to 184 days.")})
}

test_concerns_the_deployer if {
	every case in cases.concerned(keeping(184), "deployer") {
		said(case.about) == case.verdict
	}
}

test_nothing_is_recorded_about_the_act if {
	object.keys(said({"lifecycle": {"stage": "deployed"}})) == {"applicable", "missing"}
}

test_from_the_day_on_which_it_applies if {
	postponed := cases.postponed(keeping(184), "Art. 26")
	cases.keeps_to(postponed, [on(case.day, case.about) | some case in postponed])
}
