package aims.lib.duty

import data.aims.lib.dates

# One day that has to come no later than another. A check is
#   first, second  objects of
#     what  nobody recorded where it is blank, within a sentence: "when the release was approved"
#     on    the day as recorded; "" where it is blank
#     at    JSON pointer of the day in the rule's input
#   words          both days with their verbs, within a sentence: "approved %s and put into use %s"
#   name           what it is about, as the beginning of a sentence: "The release"
#   lateness       what is wrong where the first is later, within a sentence: "the approval came after"
precedes(check) := said if {
	said := all_of([unread(check.first), unread(check.second)])
	said != {}
} else := {"violation": {item(check.first.at, sprintf("%s; the first day lies in the future of %s.", [in_order(check), input.asOf]))}} if {
	dates.after(check.first.on, input.asOf)
} else := {"violation": {item(check.first.at, sprintf("%s: %s.", [in_order(check), check.lateness]))}} if {
	dates.after(check.first.on, check.second.on)
} else := {"observed": {item(check.first.at, sprintf("%s.", [in_order(check)]))}} if {
	dates.latest(check.first.on) <= dates.earliest(check.second.on)
} else := {"pending": {item(check.first.at, sprintf("%s; nothing proves the order.", [in_order(check)]))}}

in_order(check) := sprintf("%s was %s", [check.name, sprintf(check.words, [
	dates.in_words(check.first.on),
	dates.in_words(check.second.on),
])])

# Nothing to say where the day can be read.
unread(day) := blank(object.union(day, {"value": day.on})) if {
	day.on in {"", "unknown"}
} else := {"missing": {item(day.at, sprintf("The day that says %s cannot be read: %v.", [day.what, day.on]))}} if {
	not dates.readable(day.on)
} else := {}
