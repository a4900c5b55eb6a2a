# The cases that each rule about a practice has to decide alike: `{"about", "verdict"}` each.
package aims.lib.duty.practice_cases_test

import data.aims.lib.expectation_test as expectation

# The first day that the limit still allows on 2026-11-01, and the day before it.
bounds := {
	365: {"last": "2025-11-01", "late": "2025-10-31", "late_age": 366},
	730: {"last": "2024-11-01", "late": "2024-10-31", "late_age": 731},
}

# Of a rule:
#   subject     "system" or "organization"
#   about       a descriptor of one that it concerns, without the record
#   name        of the practice, as it begins a sentence
#   path        of the record in the system
#   obligatory  whose duty it is
#   maxAgeDays  the limit; null where there is none
cases(rule) := array.concat(
	[{
		"about": expectation.with_value(rule.about, rule.path, case.record),
		"verdict": expectation.says({case.set: {expectation.item(
			pointer(rule, case.at),
			concat(" ", [rule.name, case.text]),
		)}}),
	} |
		some case in array.concat(states(rule), ages(rule.maxAgeDays))
	],
	[{
		"about": rule.about,
		"verdict": expectation.says({"missing": {expectation.item(
			pointer(rule, []),
			concat(" ", [rule.name, "is blank: nobody recorded how far it got."]),
		)}}),
	}],
)

states(rule) := [
	told("observed", {"state": "done"}, [], "is recorded as done; no date of completion is recorded."),
	told("violation", {"state": "not-done"}, ["state"], "is recorded as not done."),
	told("missing", {"state": "unknown"}, ["state"], "is recorded as unknown."),
	told("pending", {"state": "in-progress"}, ["state"], "is in progress."),
	told("missing", {"completedOn": "2026-10-01"}, [], "has a date of completion (2026-10-01), but nobody recorded that it is done."),
	told("violation", {"state": "done", "completedOn": "2026-12"}, ["completedOn"], "is recorded as completed in 2026-12, which lies in the future of 2026-11-01."),
	told("missing", {"state": "done", "completedOn": "last May"}, ["completedOn"], "has a date that cannot be read: last May."),
	told("stale", {"state": "done", "completedOn": "2026-02-10", "validUntil": "2026-10-31"}, ["validUntil"], "was valid until 2026-10-31, which is before 2026-11-01."),
	excused(rule),
]

excused(rule) := told("violation", {"state": "not-applicable", "note": "Nobody needs it."}, ["state"], concat("", [
	"is recorded as not applicable, but it is obligatory for ",
	rule.obligatory,
	".",
])) if {
	not rule.excusable
}

excused(rule) := told("observed", {"state": "not-applicable", "note": "Nobody needs it."}, [], "is recorded as not needed: Nobody needs it.") if {
	rule.excusable
}

ages(null) := [told("observed", {"state": "done", "completedOn": "2016-11-01"}, [], "was completed on 2016-11-01, 3652 days before 2026-11-01.")]

ages(limit) := [
	told("observed", {"state": "done", "completedOn": bounds[limit].last}, [], sprintf(
		"was completed on %s, %d days before 2026-11-01, within the limit of %d days.",
		[bounds[limit].last, limit, limit],
	)),
	told("stale", {"state": "done", "completedOn": bounds[limit].late}, ["completedOn"], sprintf(
		"was completed on %s, %d days before 2026-11-01; the limit is %d days.",
		[bounds[limit].late, bounds[limit].late_age, limit],
	)),
] if {
	limit != null
}

told(set, record, at, text) := {"set": set, "record": record, "at": at, "text": text}

pointer(rule, path) := concat("/", array.concat(["", rule.subject], array.concat(rule.path, path)))
