package aims.rules.eu_oversight_assigned_test

import data.aims.lib.duty.practice_cases_test as practices
import data.aims.lib.expectation_test as expectation
import data.aims.lib.law_cases_test as cases
import data.aims.rules.eu_oversight_assigned as rule

said(system) := verdict if {
	verdict := rule.verdict with input as expectation.about(system)
		with data.params as expectation.params
		with data.reference.eu_ai_act.provisions as cases.in_force
}

on(day, system) := verdict if {
	verdict := rule.verdict with input as object.union(expectation.about(system), {"asOf": day}) with data.params as expectation.params
}

complete := object.union(cases.high_risk("deployer"), {
	"roles": {"overseers": [{"person": "Pilar Osei"}]},
	"practices": {"training": {"state": "done"}},
})

listed := expectation.item("/system/roles/overseers", "People or posts that oversee the use of the system: 1 recorded.")

trained := expectation.item("/system/practices/training", "The training of those who oversee the system is recorded as done; no date of completion is recorded.")

with_overseers(overseers) := object.union(complete, {"roles": {"overseers": overseers}})

test_complete if said(complete) == expectation.says({"observed": {listed, trained}})

test_pending_without_a_person if {
	said(with_overseers([{"unit": "Underwriting"}])) == expectation.says({
		"pending": {expectation.item("/system/roles/overseers/0", "An overseer is recorded without a person.")},
		"observed": {listed, trained},
	})
}

test_without_overseers if {
	said(with_overseers([])).violation == {expectation.item("/system/roles/overseers", "The list of people or posts that oversee the use of the system is recorded as empty.")}
	said(json.remove(complete, ["roles"])).missing == {expectation.item("/system/roles/overseers", "Nobody recorded who oversees the use of the system.")}
}

test_every_state_of_the_training if {
	every case in practices.cases({
		"subject": "system",
		"about": json.remove(complete, ["practices"]),
		"name": "The training of those who oversee the system",
		"path": ["practices", "training"],
		"obligatory": "the deployer of a high-risk system",
		"excusable": false,
		"maxAgeDays": null,
	}) {
		said(case.about) == object.union(case.verdict, {"observed": (object.get(case.verdict, "observed", set()) | {listed})})
	}
}

test_blank if object.keys(said(cases.high_risk("deployer"))) == {"applicable", "missing"}

test_concerns_the_deployer if {
	every case in cases.concerned(complete, "deployer") {
		said(case.about) == case.verdict
	}
}

test_nothing_is_recorded_about_the_act if {
	object.keys(said({"lifecycle": {"stage": "deployed"}})) == {"applicable", "missing"}
}

test_from_the_day_on_which_it_applies if {
	postponed := cases.postponed(complete, "Art. 26")
	cases.keeps_to(postponed, [on(case.day, case.about) | some case in postponed])
}
