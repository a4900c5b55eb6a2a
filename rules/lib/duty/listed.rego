package aims.lib.duty

# A list that somebody has to keep, with at least one entry. A check is
#   what     nobody recorded where it is blank, within a sentence: "when a person has to step in"
#   entries  what the list holds, likewise: "occasions on which a person has to step in"
#   value    as recorded; null where it is blank
#   at       JSON pointer of the list in the rule's input
listed(check) := {"missing": {item(check.at, concat("", ["Nobody recorded ", check.what, "."]))}} if {
	check.value == null
} else := {"violation": {item(check.at, sprintf("The list of %s is recorded as empty.", [check.entries]))}} if {
	check.value == []
} else := {"observed": {item(check.at, sprintf("%s: %d recorded.", [outer(check.entries), count(check.value)]))}}
