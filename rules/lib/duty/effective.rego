package aims.lib.duty

import data.aims.lib.dates

# What was done to some effect: somebody has to look whether it had it. A check is
#   concerns  whom it concerns, see data.aims.lib.scope
#   what      the list, within a sentence: "the corrective actions"
#   entries   null where the list is blank; otherwise objects of
#     name           the thing, as the beginning of a sentence: The action "Retrain"
#     done           the day on which it was done; "" where it is not done
#     effectiveness  with checkedOn and result, as far as they are recorded
#     at             JSON pointer of the thing in the rule's input
#   at        JSON pointer of the list in the rule's input

# METADATA
# custom:
#   states:
#     violation: >-
#       Something that was done did not have its effect, or the day on which somebody looked lies in the future.
#     stale: >-
#       Somebody looked before it was done.
#     missing: >-
#       Nobody recorded the list; or when somebody looked, or what was found; or it is recorded as unknown.
#     observed: >-
#       What was done had its effect; or nothing of it is done yet, so that there is no effect to look for.
effective(check) := verdict if {
	verdict := outside(check.concerns)
} else := concluded(check, proven(check))

# The outcome alone, for a rule that joins it with others.
proven(check) := {"missing": {item(check.at, concat("", ["Nobody recorded ", check.what, "."]))}} if {
	check.entries == null
} else := {"observed": {item(check.at, sprintf("None of %s is done yet: there is no effect to look for.", [check.what]))}} if {
	every entry in check.entries {
		entry.done == ""
	}
} else := all_of([{set: {item(entry.at, sprintf("%s %s", [entry.name, text]))}} |
	some entry in check.entries
	entry.done != ""
	[set, text] := effect(entry, object.get(entry.effectiveness, "checkedOn", ""), object.get(entry.effectiveness, "result", ""))
])

effect(entry, on, result) := ["missing", "is done, and nobody recorded when its effect was checked."] if {
	on == ""
} else := ["missing", sprintf("has a day of the check of its effect that cannot be read: %v.", [on])] if {
	not dates.readable(on)
} else := ["violation", sprintf("has a check of its effect %s, which lies in the future of %s.", [dates.in_words(on), input.asOf])] if {
	dates.after(on, input.asOf)
} else := ["stale", sprintf("was checked for its effect %s, before it was done %s.", [dates.in_words(on), dates.in_words(entry.done)])] if {
	dates.before(on, entry.done)
} else := ["violation", sprintf("did not have its effect, as the check %s found.", [dates.in_words(on)])] if {
	result == "not-effective"
} else := ["observed", sprintf("had its effect, as the check %s found.", [dates.in_words(on)])] if {
	result == "effective"
} else := ["missing", sprintf("was checked for its effect %s, and nobody recorded whether it had it.", [dates.in_words(on)])] if {
	result == ""
} else := ["missing", sprintf("was checked for its effect %s, and whether it had it is recorded as unknown.", [dates.in_words(on)])]
