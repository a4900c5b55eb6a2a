package aims.lib.duty.again_test

import data.aims.lib.duty
import data.aims.lib.expectation_test as expectation
import data.aims.lib.scope

asked(entries) := verdict if {
	verdict := duty.repeated({
		"concerns": scope.everyone,
		"what": "the drills",
		"one": "The drill",
		"name": "title",
		"made": "held",
		"day": "on",
		"entries": entries,
		"at": "/organization/drills",
		"maxAgeDays": 365,
	}) with input as {"asOf": "2026-11-01"}
}

test_repeated if {
	every case in [
		[null, "missing", "", "Nobody recorded the drills."],
		[[], "violation", "", "The list of the drills is recorded as empty."],
		[[{"title": "A"}, {"on": "spring"}], "missing", "", "None of the drills has a day on which it was held."],
		[
			[{"title": "A", "on": "2025-11-01"}, {"title": "B", "on": "2025-10-31"}, {"title": "C"}],
			"observed",
			"/0/on",
			`The drill "A" was held on 2025-11-01, 365 days before 2026-11-01, within the limit of 365 days.`,
		],
		[[{"title": "A", "on": "2025"}, {"on": "2025-10-31"}], "stale", "/1/on", "The drill without a name was held on 2025-10-31, 366 days before 2026-11-01; the limit is 365 days."],
		[
			[{"title": "A", "on": "2026-11-02"}, {"title": "B", "on": "2026-10-31"}],
			"violation",
			"/0/on",
			`The drill "A" is recorded as held on 2026-11-02, which lies in the future of 2026-11-01.`,
		],
	] {
		[entries, set, path, message] := case
		asked(entries) == expectation.says({set: {expectation.item(concat("", ["/organization/drills", path]), message)}})
	}
}

test_two_on_the_last_day_count_both if {
	asked([{"title": "A", "on": "2026-11-01"}, {"title": "B", "on": "2026-11-01"}]) == expectation.says({"observed": {
		expectation.item("/organization/drills/0/on", `The drill "A" was held on 2026-11-01, 0 days before 2026-11-01, within the limit of 365 days.`),
		expectation.item("/organization/drills/1/on", `The drill "B" was held on 2026-11-01, 0 days before 2026-11-01, within the limit of 365 days.`),
	}})
}

# Where nothing is done, another set may say so.
test_undated if {
	said := duty.again({"what": "the drills", "made": "held", "day": "on", "entries": [{}], "at": "/d", "undated": "pending"}) with input as {"asOf": "2026-11-01"}
	said == {"pending": {duty.item("/d", "None of the drills has a day on which it was held.")}}
}

plans(entries) := duty.planned({"entries": entries, "at": "/organization/audits", "field": "actions", "one": "The action"})

test_planned if {
	plans(null) == null
	plans([]) == []
	plans([{"title": "A"}, {"actions": []}]) == []
	plans([{}, {"actions": [{}, {
		"what": "Retrain",
		"owner": "Mara Quist",
		"due": "2026-10-01",
		"doneOn": "2026-09-30",
		"reason": "Late.",
		"effectiveness": {"by": "Mara Quist"},
	}]}]) == [
		{"name": "The action without a name", "due": "", "done": "", "reason": "", "effectiveness": {}, "at": "/organization/audits/1/actions/0"},
		{
			"what": "Retrain",
			"owner": "Mara Quist",
			"doneOn": "2026-09-30",
			"name": `The action "Retrain"`,
			"due": "2026-10-01",
			"done": "2026-09-30",
			"reason": "Late.",
			"effectiveness": {"by": "Mara Quist"},
			"at": "/organization/audits/1/actions/1",
		},
	]
}

test_only_an_approved_extension_moves_the_day if {
	every case in [
		[{"until": "2026-12-01", "approvedBy": "Board"}, "2026-12-01"],
		[{"until": "2026-12-01"}, "2026-10-01"],
		[{"approvedBy": "Board"}, "2026-10-01"],
	] {
		[extension, day] := case
		plans([{"actions": [{"due": "2026-10-01", "extension": extension}]}])[0].due == day
	}
}

effect(entries) := verdict if {
	verdict := duty.effective({
		"concerns": scope.everyone,
		"what": "the actions",
		"entries": entries,
		"at": "/organization/actions",
	}) with input as {"asOf": "2026-11-01"}
}

test_effective_lists if {
	effect(null) == expectation.says({"missing": {expectation.item("/organization/actions", "Nobody recorded the actions.")}})
	every entries in [[], [{"done": ""}]] {
		effect(entries) == expectation.says({"observed": {expectation.item("/organization/actions", "None of the actions is done yet: there is no effect to look for.")}})
	}
}

test_effective if {
	every case in [
		[{"result": "effective"}, "missing", "is done, and nobody recorded when its effect was checked."],
		[{}, "missing", "is done, and nobody recorded when its effect was checked."],
		[{"checkedOn": "soon", "result": "effective"}, "missing", "has a day of the check of its effect that cannot be read: soon."],
		[{"checkedOn": "2026-11-02", "result": "effective"}, "violation", "has a check of its effect on 2026-11-02, which lies in the future of 2026-11-01."],
		[{"checkedOn": "2026-09-30", "result": "effective"}, "stale", "was checked for its effect on 2026-09-30, before it was done on 2026-10-01."],
		[{"checkedOn": "2026-10-01", "result": "effective"}, "observed", "had its effect, as the check on 2026-10-01 found."],
		[{"checkedOn": "2026-11-01", "result": "not-effective"}, "violation", "did not have its effect, as the check on 2026-11-01 found."],
		[{"checkedOn": "2026-11-01"}, "missing", "was checked for its effect on 2026-11-01, and nobody recorded whether it had it."],
		[{"checkedOn": "2026-11-01", "result": "unknown"}, "missing", "was checked for its effect on 2026-11-01, and whether it had it is recorded as unknown."],
	] {
		[effectiveness, set, text] := case
		effect([{"name": "It", "done": "", "effectiveness": {}, "at": "/a"}, {"name": "This", "done": "2026-10-01", "effectiveness": effectiveness, "at": "/b"}]) == expectation.says({set: {expectation.item("/b", concat(" ", ["This", text]))}})
	}
}

making(organization, systems) := concerned if {
	concerned := scope.making with input as expectation.about_organization(organization, systems)
}

test_making if {
	nothing := {"inapplicable": set(), "unclear": set()}
	making({"aiRoles": ["customer", "producer"]}, []) == nothing
	making({"aiRoles": ["customer"]}, [{"id": "a", "aiRoles": ["provider"]}]) == nothing
	making({}, [{"id": "a"}]) == {"inapplicable": set(), "unclear": {expectation.item("/organization/aiRoles", "Nobody recorded which role towards AI systems the organization has.")}}
	making({"aiRoles": ["partner"]}, [{"id": "a", "aiRoles": ["customer"]}]) == {"inapplicable": {not_making}, "unclear": set()}
}

not_making := expectation.item(
	"/organization/aiRoles",
	"The roles towards AI systems are recorded as customer, partner; the rule concerns providers and producers.",
)
