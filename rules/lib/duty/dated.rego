package aims.lib.duty

import data.aims.lib.dates

# A day of the past: nothing to say where it is one, or blank. A check is
#   name  what it is the day of, as the beginning of a sentence: "The statement of scope"
#   made  how it came about: "approved"
#   on    the day as recorded; "" where it is blank
#   at    JSON pointer of that day in the rule's input
dated(check) := {} if {
	check.on == ""
} else := {"missing": {item(check.at, sprintf(
	"The day on which %s was %s cannot be read: %v.",
	[inner(check.name), check.made, check.on],
))}} if {
	not dates.readable(check.on)
} else := {"violation": {item(check.at, sprintf(
	"%s is recorded as %s %s, which lies in the future of %s.",
	[check.name, check.made, dates.in_words(check.on), input.asOf],
))}} if {
	dates.after(check.on, input.asOf)
} else := {}
