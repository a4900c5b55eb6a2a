package aims.lib.law

import data.aims.lib.dates
import data.aims.lib.duty

# Whether an incident was reported in time. A check is
#   incident  with id, kind, awareOn and reportedOn, as far as they are recorded; the kind is an entry of
#             data.reference.reporting
#   at        JSON pointer of the incident in the rule's input
#
# A date with month or year only counts against nobody: late is what is late whichever days were meant.
reported(check) := duty.all_of([said | some said in lacking_of_incident(check)]) if {
	count(lacking_of_incident(check)) > 0
} else := {"violation": {of_incident(check, "reportedOn", sprintf("is recorded as reported %s, which lies in the future of %s.", [
	dates.in_words(check.incident.reportedOn),
	input.asOf,
]))}} if {
	dates.after(check.incident.reportedOn, input.asOf)
} else := {"violation": {of_incident(check, "reportedOn", sprintf("was reported %s; %s.", [
	dates.in_words(check.incident.reportedOn),
	deadline(check.incident),
]))}} if {
	least_days(check.incident.awareOn, check.incident.reportedOn) > allowed(check.incident)
} else := {"missing": {of_incident(check, "reportedOn", sprintf("was reported %s, which does not tell whether it was in time; %s.", [
	dates.in_words(check.incident.reportedOn),
	deadline(check.incident),
]))}} if {
	most_days(check.incident.awareOn, check.incident.reportedOn) > allowed(check.incident)
} else := {"observed": {of_incident(check, "reportedOn", sprintf("was reported %s; %s.", [
	dates.in_words(check.incident.reportedOn),
	deadline(check.incident),
]))}} if {
	check.incident.reportedOn
} else := {"violation": {of_incident(check, "reportedOn", sprintf("is not reported by %s; %s.", [
	input.asOf,
	deadline(check.incident),
]))}} if {
	least_days(check.incident.awareOn, input.asOf) > allowed(check.incident)
} else := {"pending": {of_incident(check, "reportedOn", sprintf("is not reported yet; %s.", [deadline(check.incident)]))}}

# What has to be known before the days can be counted.
lacking_of_incident(check) := array.concat(
	[{"missing": {of_incident(check, field, sprintf("is recorded without saying %s.", [words]))}} |
		some field, words in {"kind": "of which kind it was", "awareOn": "when the organization became aware of it"}
		not told_of(check.incident, field)
	],
	[{"missing": {of_incident(check, field, sprintf("has a date that cannot be read: %v.", [date]))}} |
		some field in ["awareOn", "reportedOn"]
		date := check.incident[field]
		not dates.readable(date)
	],
)

told_of(incident, "kind") if data.reference.reporting[incident.kind]

told_of(incident, "awareOn") if incident.awareOn

of_incident(check, field, text) := duty.item(
	concat("/", [check.at, field]),
	sprintf("The serious incident %s %s", [check.incident.id, text]),
)

deadline(incident) := sprintf("%s allows %s after %s", [
	data.reference.reporting[incident.kind].article,
	dates.days_in_words(allowed(incident)),
	concat(" ", ["awareness", dates.in_words(incident.awareOn)]),
])

allowed(incident) := data.reference.reporting[incident.kind].days

least_days(from, to) := dates.day_number(dates.earliest(to)) - dates.day_number(dates.latest(from))

most_days(from, to) := dates.day_number(dates.latest(to)) - dates.day_number(dates.earliest(from))
