package aims.rules.eu_fundamental_rights_test

import data.aims.lib.duty.practice_cases_test as practices
import data.aims.lib.expectation_test as expectation
import data.aims.lib.law_cases_test as cases
import data.aims.rules.eu_fundamental_rights as rule

said(system) := verdict if {
	verdict := rule.verdict with input as expectation.about(system)
		with data.params as expectation.params
		with data.reference.eu_ai_act.provisions as cases.in_force
}

on(day, system) := verdict if {
	verdict := rule.verdict with input as object.union(expectation.about(system), {"asOf": day}) with data.params as expectation.params
}

rights(fields) := cases.with_field(cases.high_risk("deployer"), "fundamentalRights", object.union({"ground": "credit"}, fields))

complete := rights({"assessment": {"state": "done"}, "elements": ["a", "b", "c", "d", "e", "f"], "notification": {"state": "done"}})

covered := cases.item("fundamentalRights/elements", "The fundamental rights impact assessment covers all that it has to: the process in which the system is used (a), period and frequency of use (b), the people affected (c), the harm to them (d), human oversight (e) and what happens if harm occurs (f).")

assessed := cases.item("fundamentalRights/assessment", "The fundamental rights impact assessment is recorded as done; no date of completion is recorded.")

notified := cases.item("fundamentalRights/notification", "The notification of its results is recorded as done; no date of completion is recorded.")

test_complete if said(complete) == expectation.says({"observed": {covered, assessed, notified}})

test_pending_where_elements_are_lacking if {
	said(expectation.with_value(complete, ["regulatory", "euAiAct", "fundamentalRights", "elements"], ["a", "b", "c", "d"])) == expectation.says({
		"pending": {cases.item("fundamentalRights/elements", "The fundamental rights impact assessment does not cover human oversight (e) and what happens if harm occurs (f).")},
		"observed": {assessed, notified},
	})
}

test_blank if {
	said(rights({})) == expectation.says({"missing": {
		cases.item("fundamentalRights/assessment", "The fundamental rights impact assessment is blank: nobody recorded how far it got."),
		cases.item("fundamentalRights/notification", "The notification of its results is blank: nobody recorded how far it got."),
		cases.item("fundamentalRights/elements", "The fundamental rights impact assessment: nobody recorded what it covers."),
	}})
}

test_concerns_deployers_with_a_ground if {
	said(rights({"ground": "none"})) == expectation.outside({cases.item("fundamentalRights/ground", "No ground for a fundamental rights impact assessment holds; the rule concerns deployers for whom one does.")})
	said(rights({"ground": "unknown"})) == expectation.says({"missing": {cases.item("fundamentalRights/ground", "On which ground a fundamental rights impact assessment is due is recorded as unknown.")}})
	said(cases.high_risk("deployer")) == expectation.says({"missing": {cases.item("fundamentalRights/ground", "Nobody recorded on which ground a fundamental rights impact assessment is due.")}})
}

test_every_state_of_the_assessment if {
	every case in practices.cases({
		"subject": "system",
		"about": json.remove(complete, ["regulatory/euAiAct/fundamentalRights/assessment"]),
		"name": "The fundamental rights impact assessment",
		"path": ["regulatory", "euAiAct", "fundamentalRights", "assessment"],
		"obligatory": "a deployer under Art. 27",
		"excusable": false,
		"maxAgeDays": null,
	}) {
		said(case.about) == object.union(case.verdict, {"observed": (object.get(case.verdict, "observed", set()) | {covered, notified})})
	}
}

test_every_state_of_the_notification if {
	every case in practices.cases({
		"subject": "system",
		"about": json.remove(complete, ["regulatory/euAiAct/fundamentalRights/notification"]),
		"name": "The notification of its results",
		"path": ["regulatory", "euAiAct", "fundamentalRights", "notification"],
		"obligatory": "a deployer under Art. 27",
		"excusable": false,
		"maxAgeDays": null,
	}) {
		said(case.about) == object.union(case.verdict, {"observed": (object.get(case.verdict, "observed", set()) | {covered, assessed})})
	}
}

test_concerns_the_deployer if {
	every case in cases.concerned(complete, "deployer") {
		said(case.about) == case.verdict
	}
}

test_nothing_is_recorded_about_the_act if {
	object.keys(said({"lifecycle": {"stage": "deployed"}})) == {"applicable", "missing"}
}

test_from_the_day_on_which_it_applies if {
	postponed := cases.postponed(complete, "Art. 27")
	cases.keeps_to(postponed, [on(case.day, case.about) | some case in postponed])
}
