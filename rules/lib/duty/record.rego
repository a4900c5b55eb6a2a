package aims.lib.duty

import data.aims.lib.dates

# An evidence record that has to be there, approved and in date. A check is
#   concerns       whom it concerns, see data.aims.lib.scope
#   what           the record, within a sentence: "the AI policy"
#   control        the control for which it speaks: "iso42001:A.2.2"
#   kinds          kinds of record that will do, a list; empty where any will
#   needs          object of a field of the record and what it holds, with its article; left out where none is asked for
#   sections       headings that it has to have, a list; left out where none is asked for
#   maxAgeDays     days after which it has to be made anew; left out where there is no such limit
#   systemVersion  version of the system that it has to be about; left out where any will do
# What does not change from profile to profile stands in data.reference.records, by the id of the rule.

# METADATA
# custom:
#   states:
#     violation: >-
#       The file of the record is missing or is not the one that was recorded.
#     stale: >-
#       The record is no longer valid, older than the limit allows, or about another version of the system.
#     missing: >-
#       There is no such record, or its age has a limit and it has no date.
#     pending: >-
#       The record is a draft or without a state, takes effect later, leads to nothing, has no recorded SHA-256, or
#       lacks something that belongs to it.
#     observed: >-
#       There is such a record, approved and in date.
record(check) := verdict if {
	verdict := outside(check.concerns)
} else := concluded(check, kept(check))

# The outcome alone, for a rule that joins it with others. A record without a fault settles it, whatever the others are.
kept(check) := {"missing": {item("/evidence", concat("", [
	"No evidence record for ",
	check.control,
	" holds ",
	wanted(check),
	".",
]))}} if {
	count(candidates(check)) == 0
} else := {"observed": sound} if {
	sound := {item(sprintf("/evidence/%d", [number]), observed_record(check, number)) |
		some number in candidates(check)
		not fault(check, input.evidence[number])
	}
	count(sound) > 0
} else := all_of([{found.set: {item(sprintf("/evidence/%d%s", [number, found.path]), sprintf("%s %s", [titled(input.evidence[number]), found.text]))}} |
	some number in candidates(check)
	found := fault(check, input.evidence[number])
])

wanted(check) := check.what if {
	count(check.kinds) == 0
} else := concat("", [check.what, " (", concat(", ", [concat("", ["kind: ", kind]) | some kind in check.kinds]), ")"])

# Numbers of the records that speak for a control and were not taken out of use.
speaking[control] contains number if {
	some number, entry in input.evidence
	not object.get(entry, "state", "") in {"superseded", "rejected"}
	some control in entry.controls
}

candidates(check) := {number |
	some number in speaking[check.control]
	of_kind(check.kinds, object.get(input.evidence[number], "kind", ""))
}

of_kind([], _)

of_kind(kinds, kind) if kind in kinds

titled(entry) := sprintf("%q", [object.get(entry, "title", entry.id)])

observed_record(check, number) := sprintf("%s is recorded as %s%s.", [
	titled(input.evidence[number]),
	check.what,
	aged(input.evidence[number]),
])

aged(entry) := sprintf(", dated %s", [dates.in_words(dated_on(entry))]) if {
	dates.readable(dated_on(entry))
} else := ""

# The day from which the age of a record counts.
dated_on(entry) := entry.effectiveFrom if {
	entry.effectiveFrom
} else := entry.approvedOn if {
	entry.approvedOn
} else := object.get(entry, "collectedOn", "")

# The first of what is wrong with a record; undefined where nothing is.
fault(check, entry) := told("violation", "/path", "names a file that is not there.") if {
	entry.fileState == "missing"
} else := told("violation", "/sha256", "names a file whose content is not the one that was recorded.") if {
	entry.fileState == "differs"
} else := told("stale", "/validUntil", sprintf("was valid until %s, which is before %s.", [entry.validUntil, input.asOf])) if {
	dates.before(entry.validUntil, input.asOf)
} else := told("stale", "/systemVersion", sprintf("is about version %s; version %s is in use.", [entry.systemVersion, check.systemVersion])) if {
	entry.systemVersion != check.systemVersion
} else := told("missing", "", "does not say which version of the system it is about.") if {
	check.systemVersion
	not entry.systemVersion
} else := told("missing", "", "has no date, and its age has a limit.") if {
	check.maxAgeDays
	not dates.readable(dated_on(entry))
} else := told("pending", "", sprintf("takes effect only %s, after %s.", [dates.in_words(dated_on(entry)), input.asOf])) if {
	dates.after(dated_on(entry), input.asOf)
} else := told("stale", "", sprintf("is %s old, dated %s; the limit is %s.", [
	dates.days_in_words(dates.age_in_days(dated_on(entry), input.asOf)),
	dates.in_words(dated_on(entry)),
	dates.days_in_words(check.maxAgeDays),
])) if {
	dates.age_in_days(dated_on(entry), input.asOf) > check.maxAgeDays
} else := unfinished(check, entry)

unfinished(_, entry) := told("pending", "", "has no state, such as approved.") if {
	not entry.state
}

unfinished(_, entry) := told("pending", "/state", "is a draft.") if entry.state == "draft"

unfinished(check, entry) := incomplete(check, entry) if entry.state == "approved"

incomplete(check, entry) := told("pending", "", "leads to nothing that can be looked at: neither a path nor a uri is recorded.") if {
	not entry.path
	not entry.uri
} else := told("pending", "/path", "has no recorded SHA-256.") if {
	entry.fileState == "unhashed"
} else := told("pending", "", sprintf("is recorded without %s.", [listing(lacking(entry, check.needs))])) if {
	count(lacking(entry, check.needs)) > 0
} else := told("pending", "", sprintf("has no %s.", [concat(" and no ", unwritten(check, entry))])) if {
	count(unwritten(check, entry)) > 0
}

unwritten(check, entry) := [sprintf("section %q", [heading]) |
	some heading in check.sections
	not lower(heading) in {lower(other) | some other in object.get(entry, "sections", [])}
]

told(set, path, text) := {"set": set, "path": path, "text": text}
