package aims.rules.eu_post_market_monitoring_test

import data.aims.lib.duty.practice_cases_test as practices
import data.aims.lib.expectation_test as expectation
import data.aims.lib.law_cases_test as cases
import data.aims.rules.eu_post_market_monitoring as rule

said(system) := verdict if {
	verdict := rule.verdict with input as expectation.about(system)
		with data.params as expectation.params
		with data.reference.eu_ai_act.provisions as cases.in_force
}

on(day, system) := verdict if {
	verdict := rule.verdict with input as object.union(expectation.about(system), {"asOf": day}) with data.params as expectation.params
}

system := cases.high_risk("provider")

test_every_state if {
	every case in practices.cases({
		"subject": "system",
		"about": system,
		"name": "The post-market monitoring",
		"path": ["regulatory", "euAiAct", "postMarketMonitoring"],
		"obligatory": "the provider of a high-risk system",
		"excusable": false,
		"maxAgeDays": null,
	}) {
		said(case.about) == case.verdict
	}
}

test_concerns_the_provider if {
	every case in cases.concerned(system, "provider") {
		said(case.about) == case.verdict
	}
}

test_nothing_is_recorded_about_the_act if {
	object.keys(said({"lifecycle": {"stage": "deployed"}})) == {"applicable", "missing"}
}

purpose := "monitoring concerns high-risk systems, and there are none until Art. 6 applies"

test_at_most_pending_while_only_one_reading_binds if {
	every case in cases.between("Art. 72", cases.chapter, purpose, {expectation.item("/system/regulatory/euAiAct/postMarketMonitoring", "The post-market monitoring is blank: nobody recorded how far it got.")}) {
		on(case.day, system) == case.verdict
	}
}
