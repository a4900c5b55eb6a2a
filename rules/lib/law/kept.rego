package aims.lib.law

import data.aims.lib.dates

# Whether records are kept for as long as a law asks for. A check is
#   name    what is kept, as the beginning of a sentence: "The logs"
#   days    as recorded; null where nobody recorded any
#   period  the entry of data.reference.retention
#   at      JSON pointer of the days in the rule's input
kept(check) := {"missing": {{
	"message": sprintf("Nobody recorded for how long %s%s are kept; %s.", [
		lower(substring(check.name, 0, 1)),
		substring(check.name, 1, -1),
		asked(check.period),
	]),
	"at": check.at,
}}} if {
	check.days == null
} else := {"violation": {kept_for(check)}} if {
	check.days < data.reference.retention[check.period].days
} else := {"observed": {kept_for(check)}} if {
	check.days >= data.reference.retention[check.period].days
}

kept_for(check) := {
	"message": sprintf("%s are kept for %s; %s.", [check.name, dates.days_in_words(check.days), asked(check.period)]),
	"at": check.at,
}

# Periods are those of the calendar: the days are those of the longest.
asked(period) := sprintf("%s asks for %d %ss, which are up to %s", [
	data.reference.retention[period].article,
	data.reference.retention[period].minimum.value,
	data.reference.retention[period].minimum.unit,
	dates.days_in_words(data.reference.retention[period].days),
])
