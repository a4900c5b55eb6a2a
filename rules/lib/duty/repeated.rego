package aims.lib.duty

import data.aims.lib.dates

# Something that is recorded each time that it is done, and that has to be done again and again. A check is
#   concerns    whom it concerns, see data.aims.lib.scope
#   what        the list, within a sentence: "the internal audits"
#   one         an entry, as the beginning of a sentence: "The internal audit"
#   name        the field that names an entry: "title"
#   made        how it comes about: "held"
#   day         the field that holds the day of that: "on"
#   entries     as recorded; null where it is blank
#   at          JSON pointer of the list in the rule's input
#   undated     the set where no entry has such a day: "missing" unless given
#   maxAgeDays  days after which it has to be done again

# METADATA
# custom:
#   states:
#     violation: >-
#       The list is recorded as empty, or its last day lies in the future.
#     stale: >-
#       The last time is longer ago than the limit allows. A month or a year counts from its first day.
#     missing: >-
#       Nobody recorded the list, or on which day any of its entries was done.
#     observed: >-
#       The last time is recent enough.
repeated(check) := verdict if {
	verdict := outside(check.concerns)
} else := concluded(check, again(check))

# The outcome alone, for a rule that joins it with others.
again(check) := found if {
	found := unlisted(check)
	found != {}
} else := {object.get(check, "undated", "missing"): {item(check.at, sprintf(
	"None of %s has a day on which it was %s.",
	[check.what, check.made],
))}} if {
	count(last_of(check)) == 0
} else := all_of([recent({
	"name": named(check.one, check.entries[number], check.name),
	"made": check.made,
	"on": check.entries[number][check.day],
	"at": sprintf("%s/%d/%s", [check.at, number, check.day]),
	"maxAgeDays": check.maxAgeDays,
	"once": true,
}) |
	some number in last_of(check)
])

# A list that is blank or empty, where there has to be an entry; nothing to say otherwise.
unlisted(check) := {"missing": {item(check.at, concat("", ["Nobody recorded ", check.what, "."]))}} if {
	check.entries == null
} else := {"violation": {item(check.at, concat("", ["The list of ", check.what, " is recorded as empty."]))}} if {
	check.entries == []
} else := {}

# Numbers of the entries of a list with the last of its days; none where no entry has a day that can be read.
last_of(check) := {number |
	some number, entry in check.entries
	entry[check.day] == max({other[check.day] | some other in check.entries; dates.readable(other[check.day])})
}
