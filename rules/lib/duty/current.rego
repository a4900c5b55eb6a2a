package aims.lib.duty

import data.aims.lib.dates

# What a substantial change of the system puts out of date. A check is
#   name  what it is, as the beginning of a sentence: "The risk tier"
#   made  how it came about: "determined"
#   on    the day of that as recorded; "" where it is blank
#   at    JSON pointer of that day in the rule's input
#   took  set of changes that it took into account, whatever their dates; left out where the dates alone tell
#   since what to say where none came later; "no substantial change is recorded since" unless given

# METADATA
# custom:
#   states:
#     violation: >-
#       It is dated in the future.
#     stale: >-
#       The system was changed substantially, and nothing proves that it was before: the change is later, or on
#       the same day, or a date with month or year only leaves it open. A change whose date lies in the future
#       does not count yet, nor does one that is not recorded as substantial.
#     missing: >-
#       Nobody can tell whether it outlived a substantial change: it has no date, and the system was changed; or
#       a substantial change is recorded without a date; or one of these dates cannot be read.
#     observed: >-
#       No substantial change is recorded since.
current(check) := found if {
	found := all_of([
		{"violation": made_in_future(check)},
		{"stale": {item(check.at, overtaken(check, change)) | some change in later_changes(check)}},
		{"missing": {item(check.at, undated(check, change)) | some change in later_changes(check)}},
		{"missing": unreadable(check)},
		{"missing": undated_changes(check)},
	])
	found != {}
} else := {"observed": {item(check.at, sprintf(
	"%s was %s %s; %s.",
	[check.name, check.made, dates.in_words(check.on), object.get(check, "since", "no substantial change is recorded since")],
))}} if {
	check.on != ""
} else := {"observed": {item(check.at, concat("", [
	"No substantial change is recorded after which ",
	inner(check.name),
	" would have to be ",
	check.made,
	" again.",
]))}}

# Substantial changes up to the day of the assessment, as far as their dates tell.
past_changes contains change if {
	some change in input.system.changes
	change.substantial == "yes"
	dates.readable(change.on)
	not dates.after(change.on, input.asOf)
}

later_changes(check) := past_changes - object.get(check, "took", set())

made_in_future(check) := {item(check.at, sprintf(
	"%s is recorded as %s %s, which lies in the future of %s.",
	[check.name, check.made, dates.in_words(check.on), input.asOf],
)) |
	dates.after(check.on, input.asOf)
}

# The change came later, or on the same day, or a date with month or year only leaves it open.
overtaken(check, change) := sprintf("%s was %s %s; since then the system was changed substantially (%s, %s).", [
	check.name,
	check.made,
	dates.in_words(check.on),
	change.what,
	dates.in_words(change.on),
]) if {
	dates.after(change.on, check.on)
}

overtaken(check, change) := sprintf(
	"%s was %s %s; nothing proves that the substantial change (%s, %s) was before that.",
	[check.name, check.made, dates.in_words(check.on), change.what, dates.in_words(change.on)],
) if {
	dates.readable(check.on)
	not dates.before(change.on, check.on)
	not dates.after(change.on, check.on)
}

undated(check, change) := sprintf(
	"Nobody recorded when %s was %s, and the system was changed substantially %s (%s).",
	[inner(check.name), check.made, dates.in_words(change.on), change.what],
) if {
	check.on == ""
}

unreadable(check) := {item(check.at, sprintf(
	"The date on which %s was %s cannot be read: %v.",
	[inner(check.name), check.made, check.on],
)) |
	check.on != ""
	not dates.readable(check.on)
}

undated_changes(check) := {item(sprintf("/system/changes/%d/on", [number]), text) |
	some number, change in input.system.changes
	change.substantial == "yes"
	text := without_day(check, change)
}

without_day(_, change) := sprintf(
	"The date of a substantial change (%s) cannot be read: %v.",
	[change.what, change.on],
) if {
	not dates.readable(change.on)
}

without_day(check, change) := sprintf(
	"A substantial change (%s) has no date; nobody can tell whether %s was %s after it.",
	[change.what, inner(check.name), check.made],
) if {
	not change.on
}

# The beginning of a sentence as words within one.
inner(text) := concat("", [lower(substring(text, 0, 1)), substring(text, 1, -1)])
