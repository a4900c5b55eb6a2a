package aims.rules.eu_transparency_test

import data.aims.lib.duty.practice_cases_test as practices
import data.aims.lib.expectation_test as expectation
import data.aims.lib.law_cases_test as cases
import data.aims.rules.eu_transparency as rule

said(system) := verdict if {
	verdict := rule.verdict with input as expectation.about(system)
		with data.params as expectation.params
		with data.reference.eu_ai_act.provisions as cases.in_force
}

on(day, system) := verdict if {
	verdict := rule.verdict with input as object.union(expectation.about(system), {"asOf": day}) with data.params as expectation.params
}

with_cases(role, met, fields) := {"lifecycle": {"stage": "deployed"}, "regulatory": {"euAiAct": {
	"role": role,
	"transparency": object.union({"cases": met}, fields),
}}}

system(role, case, fields) := with_cases(role, [case], fields)

recorded(number) := cases.item("transparency/cases", sprintf("Cases of Art. 50 that the system meets: %d recorded.", [number]))

only_recorded := expectation.says({"observed": {recorded(1)}})

test_none_is_an_answer if said(with_cases("provider", [], {})) == expectation.says({"observed": {recorded(0)}})

test_each_role_has_its_cases if {
	every case in ["interaction", "synthetic-content"] {
		said(system("deployer", case, {})) == only_recorded
		said(system("product-manufacturer", case, {})) == said(system("provider", case, {}))
	}
	every case in ["emotion-or-biometric", "deep-fake", "public-text"] {
		said(system("provider", case, {})) == only_recorded
	}
}

test_texts_and_deep_fakes_are_disclosed if {
	said(with_cases("deployer", ["deep-fake", "public-text"], {"disclosure": {"state": "not-done"}})) == expectation.says({
		"violation": {cases.item("transparency/disclosure/state", "The disclosure of artificial content is recorded as not done.")},
		"observed": {recorded(2)},
	})
}

test_each_case_alone_asks_for_its_measure if {
	every case in ["deep-fake", "public-text"] {
		said(system("deployer", case, {})).missing == {cases.item("transparency/disclosure", "The disclosure of artificial content is blank: nobody recorded how far it got.")}
	}
}

test_blank if {
	said({"lifecycle": {"stage": "deployed"}, "regulatory": {"euAiAct": {"role": "provider"}}}) == expectation.says({"missing": {cases.item(
		"transparency/cases",
		"Nobody recorded which cases of Art. 50 the system meets; an empty list says none.",
	)}})
}

test_older_systems_mark_their_content_from_a_later_day if {
	older := cases.with_field(system("provider", "synthetic-content", {}), "placedOnMarketOn", "2026-08-01")
	newer := cases.with_field(older, "placedOnMarketOn", "2026-08-02")
	unmarked := {cases.item("transparency/marking", "The marking of synthetic content is blank: nobody recorded how far it got.")}
	on("2026-12-01", older) == only_recorded
	on("2026-12-02", older).missing == unmarked
	on("2026-12-01", newer).missing == unmarked
	on("2026-12-01", system("provider", "synthetic-content", {})).missing == {cases.item(
		"placedOnMarketOn",
		"The record does not tell when the system was placed on the market; Art. 50(2) of the EU AI Act applies from 2026-08-02 or 2026-12-02.",
	)}
}

test_from_the_day_on_which_it_applies if {
	about := system("provider", "interaction", {"interaction": {"state": "done"}})
	on("2026-08-01", about) == cases.not_yet(
		"Art. 50",
		"2026-08-02",
		"Regulation (EU) 2024/1689, Art. 113",
		"2026-08-01",
	)
	on("2026-08-02", about) == said(about)
}

test_concerns_deployed_systems_with_a_role if {
	about := system("provider", "interaction", {})
	said(cases.with_field(about, "covered", "no")) == expectation.outside({cases.not_covered})
	said(cases.with_field(about, "role", "importer")) == expectation.outside({cases.other_role("importer", "provider or deployer")})
	said(object.union(about, {"lifecycle": {"stage": "development"}})) == expectation.outside({expectation.not_deployed("development")})
	said(json.remove(about, ["lifecycle"])) == expectation.stage_blank
	said(cases.without(about, "role")) == expectation.says({"missing": {cases.item("role", "Nobody recorded the role that the organization has under the EU AI Act.")}})
}

test_every_state_of_interaction if {
	every case in practices.cases({
		"subject": "system",
		"about": system("provider", "interaction", {}),
		"name": "The notice that people deal with AI",
		"path": ["regulatory", "euAiAct", "transparency", "interaction"],
		"obligatory": "a system that meets the case",
		"excusable": false,
		"maxAgeDays": null,
	}) {
		said(case.about) == object.union(case.verdict, {"observed": (object.get(case.verdict, "observed", set()) | {recorded(1)})})
	}
}

test_every_state_of_marking if {
	every case in practices.cases({
		"subject": "system",
		"about": system("provider", "synthetic-content", {}),
		"name": "The marking of synthetic content",
		"path": ["regulatory", "euAiAct", "transparency", "marking"],
		"obligatory": "a system that meets the case",
		"excusable": false,
		"maxAgeDays": null,
	}) {
		said(case.about) == object.union(case.verdict, {"observed": (object.get(case.verdict, "observed", set()) | {recorded(1)})})
	}
}

test_every_state_of_emotionorbiometric if {
	every case in practices.cases({
		"subject": "system",
		"about": system("deployer", "emotion-or-biometric", {}),
		"name": "The notice about emotions or biometrics",
		"path": ["regulatory", "euAiAct", "transparency", "emotionOrBiometric"],
		"obligatory": "a system that meets the case",
		"excusable": false,
		"maxAgeDays": null,
	}) {
		said(case.about) == object.union(case.verdict, {"observed": (object.get(case.verdict, "observed", set()) | {recorded(1)})})
	}
}

test_every_state_of_disclosure if {
	every case in practices.cases({
		"subject": "system",
		"about": system("deployer", "public-text", {}),
		"name": "The disclosure of artificial content",
		"path": ["regulatory", "euAiAct", "transparency", "disclosure"],
		"obligatory": "a system that meets the case",
		"excusable": false,
		"maxAgeDays": null,
	}) {
		said(case.about) == object.union(case.verdict, {"observed": (object.get(case.verdict, "observed", set()) | {recorded(1)})})
	}
}
