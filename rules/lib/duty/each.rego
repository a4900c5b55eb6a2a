package aims.lib.duty

# A list that somebody has to keep, each entry with what belongs to it. A check is
#   concerns   whom it concerns, see data.aims.lib.scope
#   what       the list, within a sentence: "the AI objectives"
#   one        an entry, as the beginning of a sentence: "The objective"
#   entries    as recorded; null where it is blank
#   at         JSON pointer of the list in the rule's input
#   name       the field that names an entry: "name"
#   needs      object of a field of an entry and what it holds, with its article: {"owner": "an owner"}
#   mayBeEmpty true where an empty list is an answer; left out where there has to be an entry
#   only       numbers of the entries that have to have all this; left out where all have to
#   none       the sentence where `only` selects none: "No incident is open."

# METADATA
# custom:
#   states:
#     violation: >-
#       The list is recorded as empty, and it may not be.
#     missing: >-
#       Nobody recorded the list.
#     pending: >-
#       An entry lacks something that belongs to it.
#     observed: >-
#       An entry has all that belongs to it; or the list is recorded as empty, and it may be.
each(check) := verdict if {
	verdict := outside(check.concerns)
} else := concluded(check, entered(check))

entered(check) := {"missing": {item(check.at, concat("", ["Nobody recorded ", check.what, "."]))}} if {
	check.entries == null
} else := {"observed": {item(check.at, concat("", ["The list of ", check.what, " is recorded as empty: there are none."]))}} if {
	check.entries == []
	check.mayBeEmpty
} else := {"violation": {item(check.at, concat("", ["The list of ", check.what, " is recorded as empty."]))}} if {
	check.entries == []
} else := {"observed": {item(check.at, check.none)}} if {
	check.only == set()
} else := all_of([{set: {item(sprintf("%s/%d", [check.at, number]), text)}} |
	some number, entry in check.entries
	chosen(check, number)
	blank_fields := lacking(entry, check.needs)
	[set, text] := told_of(check, entry, blank_fields)
])

chosen(check, number) if number in check.only

chosen(check, _) if not check.only

told_of(check, entry, []) := ["observed", concat("", [
	named(check.one, entry, check.name),
	" is recorded with ",
	listing([words | some words in check.needs]),
	".",
])]

told_of(check, entry, blank_fields) := ["pending", concat("", [named(check.one, entry, check.name), " is recorded without ", listing(blank_fields), "."])] if {
	count(blank_fields) > 0
}

# An entry as a sentence names it: The objective "Fewer wrong refusals"
named(one, entry, field) := sprintf("%s %q", [one, entry[field]]) if {
	entry[field]
} else := concat("", [one, " without a name"])
