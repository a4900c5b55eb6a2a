package aims.rules.eu_prohibited_practices_test

import data.aims.lib.duty.practice_cases_test as practices
import data.aims.lib.expectation_test as expectation
import data.aims.lib.law_cases_test as cases
import data.aims.rules.eu_prohibited_practices as rule

said(system) := verdict if {
	verdict := rule.verdict with input as expectation.about(system)
		with data.params as expectation.params
}

on(day, system) := verdict if {
	verdict := rule.verdict with input as object.union(expectation.about(system), {"asOf": day}) with data.params as expectation.params
}

old := ["a", "b", "c", "d", "e", "f", "g", "h"]

all := array.concat(old, ["ba", "bb"])

screened(screening, points, met) := cases.with_field(
	{"lifecycle": {"stage": "deployed"}},
	"prohibitedPractices",
	{"screening": screening, "pointsScreened": points, "pointsMet": met},
)

at(path) := cases.at(concat("/", ["prohibitedPractices", path]))

unchanged := expectation.item(at("screening/completedOn"), "No substantial change is recorded after which the screening would have to be completed again.")

done := expectation.item(at("screening"), "The screening against prohibited practices is recorded as done; no date of completion is recorded.")

unscreened(point) := expectation.item(
	at("pointsScreened"),
	sprintf("Nobody recorded that the system was screened against point %s of Art. 5(1).", [point]),
)

test_complete if said(screened({"state": "done"}, all, [])) == expectation.says({"observed": {done, unchanged}})

test_the_new_points_count_from_their_day if {
	before := screened({"state": "done"}, old, ["ba"])
	on("2026-12-01", before) == expectation.says({"observed": {done, unchanged}})
	on("2026-12-02", before) == expectation.says({
		"violation": {expectation.item(at("pointsMet"), "The system meets point ba of Art. 5(1), which is prohibited.")},
		"missing": {unscreened("ba"), unscreened("bb")},
		"observed": {done, unchanged},
	})
}

test_from_the_day_on_which_it_applies if {
	on("2025-02-01", {}) == cases.not_yet(
		"Art. 5",
		"2025-02-02",
		"Regulation (EU) 2024/1689, Art. 113",
		"2025-02-01",
	)
	on("2025-02-02", screened({"state": "done"}, old, [])) == expectation.says({"observed": {done, unchanged}})
}

test_violation_where_a_point_is_met if {
	said(screened({"state": "done"}, all, ["c"])).violation == {expectation.item(at("pointsMet"), "The system meets point c of Art. 5(1), which is prohibited.")}
}

test_every_state if {
	every case in practices.cases({
		"subject": "system",
		"about": cases.with_field({}, "prohibitedPractices", {"pointsScreened": all, "pointsMet": []}),
		"name": "The screening against prohibited practices",
		"path": ["regulatory", "euAiAct", "prohibitedPractices", "screening"],
		"obligatory": "every system",
		"excusable": false,
		"maxAgeDays": null,
	}) {
		every name in object.keys(case.verdict) - {"applicable"} {
			count(case.verdict[name] - object.get(said(case.about), name, set())) == 0
		}
	}
}

test_stale_after_a_substantial_change if {
	system := screened({"state": "done", "completedOn": "2026-03-01"}, all, [])
	changed := object.union(system, {"changes": [{"on": "2026-03-02", "what": "New use", "substantial": "yes"}]})
	said(changed).stale == {expectation.item(
		at("screening/completedOn"),
		"The screening was completed on 2026-03-01; since then the system was changed substantially (New use, on 2026-03-02).",
	)}
	not said(object.union(changed, {"changes": [{"on": "2026-02-28", "what": "New use", "substantial": "yes"}]})).stale
}

test_blank if {
	said({}).missing == {unscreened(point) | some point in old} | {
		expectation.item(at("screening"), "The screening against prohibited practices is blank: nobody recorded how far it got."),
		expectation.item(at("pointsMet"), "Nobody recorded which points of Art. 5(1) the system meets; an empty list says none."),
	}
}

test_concerns_systems_that_are_covered_and_not_retired if {
	said({"lifecycle": {"stage": "retired"}}) == expectation.outside({expectation.retired})
	said(cases.with_field({}, "covered", "no")) == expectation.outside({cases.not_covered})
}
