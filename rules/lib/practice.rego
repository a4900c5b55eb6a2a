# What a rule says about a practice: something that has to be done, with a state and, where they are recorded, dates.
package aims.lib.practice

import data.aims.lib.dates
import data.aims.lib.deployment

# What the rule says for every state other than "done".
undone := {
	"not-done": {"set": "violation", "text": "is recorded as not done."},
	"unknown": {"set": "missing", "text": "is recorded as unknown."},
	"in-progress": {"set": "pending", "text": "is in progress."},
}

# The outcome of one check: an object with one of the keys violation, stale, missing, pending, observed, which holds the
# set with the one item {"message", "at"} that the rule has to say. A check is
#   name        what is checked, as the beginning of a sentence
#   record      the practice as recorded; {} where nothing is
#   at          JSON pointer of the record in the rule's input
#   obligatory  who needs the practice, so that "not applicable" is no answer; the end of a sentence
#   asOf        the day on which the assessment looks at it
#   maxAgeDays  days after which it has to be done again; left out where there is no such limit
#   excusable   true where somebody may decide that it is not needed, and notes why; left out where nobody may
outcome(check) := {said.set: {{
	"message": concat(" ", [check.name, said.text]),
	"at": concat("", [check.at, said.path]),
}}} if {
	said := judgement(check)
}

# Likewise for a practice that is due once the system is deployed. Where the stage ("" for a blank) does not tell whether
# it is, that is all there is to say.
outcome_once_deployed(stage, _) := {"missing": {deployment.undetermined(stage)}}

outcome_once_deployed(stage, check) := outcome(check) if not deployment.undetermined(stage)

judgement(check) := says("missing", "", sprintf(
	"has a date of completion (%v), but nobody recorded that it is done.",
	[check.record.completedOn],
)) if {
	not check.record.state
	check.record.completedOn
} else := says("missing", "", "is blank: nobody recorded how far it got.") if {
	not check.record.state
} else := says(undone[check.record.state].set, "/state", undone[check.record.state].text) if {
	undone[check.record.state]
} else := excused(check) if {
	check.record.state == "not-applicable"
	check.excusable
} else := says("violation", "/state", sprintf(
	"is recorded as not applicable, but it is obligatory for %s.",
	[check.obligatory],
)) if {
	check.record.state == "not-applicable"
} else := dated(check) if {
	check.record.state == "done"
} else := says("missing", "/state", sprintf(
	"is recorded as %v, which does not say how far it got.",
	[check.record.state],
))

# For a practice that is recorded as not applicable, where that is for somebody to decide.
excused(check) := says("observed", "", sprintf("is recorded as not needed: %s", [check.record.note])) if {
	check.record.note
} else := says("pending", "/state", "is recorded as not applicable, but nobody noted why.")

# For a practice that is recorded as done.
dated(check) := says("missing", concat("", ["/", fields[0]]), sprintf(
	"has a date that cannot be read: %v.",
	[check.record[fields[0]]],
)) if {
	fields := [field |
		some field in ["completedOn", "validUntil"]
		check.record[field]
		not dates.readable(check.record[field])
	]
	count(fields) > 0
} else := says("violation", "/completedOn", sprintf(
	"is recorded as completed %s, which lies in the future of %s.",
	[dates.in_words(check.record.completedOn), check.asOf],
)) if {
	dates.after(check.record.completedOn, check.asOf)
} else := says("stale", "/validUntil", sprintf(
	"was valid until %s, which is before %s.",
	[check.record.validUntil, check.asOf],
)) if {
	dates.before(check.record.validUntil, check.asOf)
} else := says("stale", "/completedOn", sprintf(
	"%s; the limit is %s.",
	[completed(check), dates.days_in_words(check.maxAgeDays)],
)) if {
	dates.age_in_days(check.record.completedOn, check.asOf) > check.maxAgeDays
} else := says("observed", "", concat("", [completed(check), limit(check), validity(check), "."]))

completed(check) := sprintf("was completed %s, %s before %s", [
	dates.in_words(date),
	dates.days_in_words(dates.age_in_days(date, check.asOf)),
	check.asOf,
]) if {
	date := check.record.completedOn
	dates.precision(date) == "day"
}

completed(check) := sprintf("was completed %s (only the %s is recorded, so up to %s before %s)", [
	dates.in_words(date),
	dates.precision(date),
	dates.days_in_words(dates.age_in_days(date, check.asOf)),
	check.asOf,
]) if {
	date := check.record.completedOn
	dates.precision(date) in {"month", "year"}
}

completed(check) := "is recorded as done; no date of completion is recorded" if not check.record.completedOn

limit(check) := sprintf(", within the limit of %s", [dates.days_in_words(check.maxAgeDays)]) if {
	check.record.completedOn
} else := ""

validity(check) := sprintf(", valid until %s", [check.record.validUntil]) if {
	check.record.validUntil
} else := ""

says(set, path, text) := {"set": set, "path": path, "text": text}
