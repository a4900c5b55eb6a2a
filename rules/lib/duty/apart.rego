package aims.lib.duty

import data.aims.lib.dates

# How many days lie between two. A check is
#   name     what it is about, as the beginning of a sentence: "The incident"
#   from, to objects of
#     what   nobody recorded where it is blank, within a sentence: "when the incident became known"
#     on     the day as recorded; "" where it is blank
#     at     JSON pointer of the day in the rule's input
#   words    both days with their verbs, within a sentence: "known %s and decided about %s"
#   atMost   the longest time that is allowed, in days; left out where there is none
#   atLeast  the shortest, likewise
#   source   where the limit comes from; left out where it is the rule's parameter
#   ahead    true where the second day may lie in the future; left out where it may not
# A month or a year leaves the number of days open; what is not proven is pending.
apart(check) := said if {
	said := all_of([unread(check.from), unread(check.to)])
	said != {}
} else := {"violation": {item(check.to.at, sprintf("%s; the second day lies in the future of %s.", [between(check), input.asOf]))}} if {
	not check.ahead
	dates.after(check.to.on, input.asOf)
} else := {"violation": {item(check.to.at, sprintf("%s; the second day comes before the first.", [between(check)]))}} if {
	dates.before(check.to.on, check.from.on)
} else := {"violation": {item(check.to.at, sprintf("%s, %s apart.", [between(check), bounds(check).broken]))}} if {
	broken(check, days_apart(check).least, days_apart(check).most)
} else := {"observed": {item(check.to.at, sprintf("%s, %s apart.", [between(check), bounds(check).kept]))}} if {
	kept_for_certain(check, days_apart(check).least, days_apart(check).most)
} else := {"pending": {item(check.to.at, sprintf("%s; nothing proves that the two are %s apart.", [between(check), bounds(check).kept]))}}

days_apart(check) := {
	"least": dates.age_in_days(dates.latest(check.from.on), check.to.on),
	"most": dates.age_in_days(check.from.on, dates.latest(check.to.on)),
}

broken(check, least, _) if least > check.atMost

broken(check, _, most) if most < check.atLeast

kept_for_certain(check, _, most) if most <= check.atMost

kept_for_certain(check, least, _) if least >= check.atLeast

between(check) := sprintf("%s was %s", [check.name, sprintf(check.words, [
	dates.in_words(check.from.on),
	dates.in_words(check.to.on),
])])

bounds(check) := {"kept": sprintf("at most %s", [days]), "broken": sprintf("more than %s", [days])} if {
	days := limit_of(check, check.atMost)
}

bounds(check) := {"kept": sprintf("at least %s", [days]), "broken": sprintf("fewer than %s", [days])} if {
	days := limit_of(check, check.atLeast)
}

limit_of(check, days) := sprintf("%s (%s)", [dates.days_in_words(days), check.source]) if {
	check.source
} else := dates.days_in_words(days)
