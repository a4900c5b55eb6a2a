package aims.lib.duty

import data.aims.lib.dates

# Something that has to be done again and again. A check is
#   concerns    whom it concerns, see data.aims.lib.scope
#   name        what it is, as the beginning of a sentence: "The analysis of the context"
#   made        how it comes about: "reviewed"
#   on          the last day of that as recorded; "" where it is blank
#   at          JSON pointer of that day in the rule's input
#   maxAgeDays  days after which it has to be done again
#   once        true where the name is that of one time, such as that of an audit; left out where it is done each time

# METADATA
# custom:
#   states:
#     violation: >-
#       The day lies in the future.
#     stale: >-
#       The day is longer ago than the limit allows. A month or a year counts from its first day.
#     missing: >-
#       Nobody recorded a day, or it cannot be read.
#     observed: >-
#       The day is recent enough.
fresh(check) := verdict if {
	verdict := outside(check.concerns)
} else := concluded(check, recent(check))

# What is done once was not last done.
last_made(check) := check.made if {
	check.once
} else := concat(" ", ["last", check.made])

# The outcome alone, for a rule that joins it with others.
recent(check) := {"missing": {item(check.at, concat("", ["Nobody recorded when ", inner(check.name), " was ", check.made, "."]))}} if {
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
} else := {"stale": {item(check.at, sprintf(
	"%s was %s %s; the limit is %s.",
	[check.name, last_made(check), when(check.on), dates.days_in_words(check.maxAgeDays)],
))}} if {
	dates.age_in_days(check.on, input.asOf) > check.maxAgeDays
} else := {"observed": {item(check.at, sprintf(
	"%s was %s %s, within the limit of %s.",
	[check.name, check.made, when(check.on), dates.days_in_words(check.maxAgeDays)],
))}}
