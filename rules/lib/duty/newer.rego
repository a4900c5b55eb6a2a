package aims.lib.duty

import data.aims.lib.dates

# Something that has to be made after other things came about. A check is
#   concerns  whom it concerns, see data.aims.lib.scope
#   name      what it is, as the beginning of a sentence: "The test results"
#   made      how it came about: "obtained"
#   on        the day of that as recorded; "" where it is blank
#   at        JSON pointer of that day in the rule's input
#   others    set of objects of the things: what (within a sentence: "the model scorecard"), on ("" where it is blank), at

# METADATA
# custom:
#   states:
#     violation: >-
#       It is dated in the future.
#     stale: >-
#       One of the things came later, or nothing proves that it came before.
#     missing: >-
#       Nobody recorded when it was made or when one of the things came about, or such a day cannot be read.
#     observed: >-
#       It was made after each of the things.
newer(check) := verdict if {
	verdict := outside(check.concerns)
} else := concluded(check, outlasting(check))

# The outcome alone, for a rule that joins it with others. What was made on the day of a thing counts as made after it.
outlasting(check) := {"missing": {item(check.at, concat(" ", ["Nobody recorded when", inner(check.name), were(check), concat("", [check.made, "."])]))}} if {
	not dates.readable(check.on)
} else := {"violation": {item(check.at, sprintf("%s %s recorded as %s %s, which lies in the future of %s.", [
	check.name,
	object.get({"was": "is"}, were(check), "are"),
	check.made,
	dates.in_words(check.on),
	input.asOf,
]))}} if {
	dates.after(check.on, input.asOf)
} else := all_of([{set: {item(at, text)}} |
	some other in check.others
	[set, at, text] := compared_with(check, other)
])

were(check) := object.get(check, "verb", "was")

compared_with(check, other) := ["missing", other.at, sprintf("Nobody recorded since when there is %s.", [other.what])] if {
	not dates.readable(other.on)
} else := ["observed", check.at, sprintf("%s %s %s %s, after %s (%s).", made_words(check, other))] if {
	dates.latest(other.on) <= dates.earliest(check.on)
} else := ["stale", check.at, sprintf("%s %s %s %s; nothing proves that this was after %s (%s).", made_words(check, other))]

made_words(check, other) := [
	check.name,
	were(check),
	check.made,
	dates.in_words(check.on),
	other.what,
	dates.in_words(other.on),
]
