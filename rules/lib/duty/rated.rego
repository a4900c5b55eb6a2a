package aims.lib.duty

# A rating: a level with its reason. A check is
#   what     what is rated, within a sentence: "the factor impact"
#   unrated  the message where neither level nor rationale is recorded
#   record   with level and rationale, as far as they are recorded
#   at       JSON pointer of the record in the rule's input
rated(check) := {"missing": {item(check.at, check.unrated)}} if {
	not check.record.level
	not check.record.rationale
} else := {"pending": {item(check.at, sprintf(
	"%s has a rationale, but no level is recorded.",
	[outer(check.what)],
))}} if {
	not check.record.level
} else := all_of([unknown_level(check), reason_of_level(check)])

unknown_level(check) := {"missing": {item(
	at_field(check, "level"),
	sprintf("The level of %s is recorded as unknown.", [check.what]),
)}} if {
	check.record.level == "unknown"
} else := {}

reason_of_level(check) := {"pending": {item(check.at, sprintf(
	"%s is rated %s, but no rationale is recorded.",
	[outer(check.what), check.record.level],
))}} if {
	not check.record.rationale
} else := {"observed": {item(check.at, sprintf(
	"%s is rated %s, with a rationale.",
	[outer(check.what), check.record.level],
))}} if {
	check.record.level != "unknown"
} else := {}
