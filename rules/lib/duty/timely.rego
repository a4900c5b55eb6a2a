package aims.lib.duty

import data.aims.lib.dates

# Things that are due by a day. A check is
#   concerns  whom it concerns, see data.aims.lib.scope
#   what      the list, within a sentence: "the corrective actions"
#   entries   null where the list is blank; otherwise objects of
#     name    the thing, as the beginning of a sentence: The action "Retrain"
#     due     the day as recorded; "" where it is blank
#     done    the day on which it was done, or "yes" where no day is known; "" where it is not done
#     reason  why it may be late, such as an approved extension; "" where there is none
#     at      JSON pointer of the thing in the rule's input

# METADATA
# custom:
#   states:
#     violation: >-
#       Something is not done, its day has passed, and no reason is recorded.
#     missing: >-
#       Nobody recorded the list, or by which day something is due that is not done.
#     pending: >-
#       Something is late, and why is recorded.
#     observed: >-
#       Something is done, or not due yet; or there is nothing that is due.
timely(check) := verdict if {
	verdict := outside(check.concerns)
} else := concluded(check, in_time(check))

# The outcome alone, for a rule that joins it with others.
in_time(check) := {"missing": {item(check.at, concat("", ["Nobody recorded ", check.what, "."]))}} if {
	check.entries == null
} else := {"observed": {item(check.at, sprintf("None of %s is due: the list has no such entry.", [check.what]))}} if {
	check.entries == []
} else := all_of([{set: {item(entry.at, sprintf("%s %s", [entry.name, text]))}} |
	some entry in check.entries
	[set, text] := due(entry)
])

due(entry) := ["observed", "is done."] if {
	entry.done == "yes"
} else := ["violation", sprintf("is recorded as done %s, which lies in the future of %s.", [dates.in_words(entry.done), input.asOf])] if {
	dates.after(entry.done, input.asOf)
} else := ["observed", sprintf("was done %s.", [dates.in_words(entry.done)])] if {
	dates.readable(entry.done)
} else := ["missing", "is not done, and nobody recorded by when it is due."] if {
	entry.due == ""
} else := ["missing", sprintf("is due on a day that cannot be read: %v.", [entry.due])] if {
	not dates.readable(entry.due)
} else := ["observed", sprintf("is due %s, which has not passed on %s.", [dates.in_words(entry.due), input.asOf])] if {
	not dates.before(entry.due, input.asOf)
} else := ["pending", sprintf("was due %s and is not done, for a recorded reason: %s", [dates.in_words(entry.due), entry.reason])] if {
	entry.reason != ""
} else := ["violation", sprintf("was due %s and is not done; no reason is recorded.", [dates.in_words(entry.due)])]
