package aims.lib.duty

# One entry with what belongs to it. A check is
#   concerns  whom it concerns, see data.aims.lib.scope
#   name      the entry, as the beginning of a sentence: "The statement of scope"
#   record    as recorded; {} where nothing is
#   at        JSON pointer of the entry in the rule's input
#   needs     object of a field and what it holds, with its article: {"approvedBy": "who approved it"}

# METADATA
# custom:
#   states:
#     missing: >-
#       Nothing of what belongs to the entry is recorded.
#     pending: >-
#       A part of what belongs to it is blank or recorded as unknown.
#     observed: >-
#       All that belongs to it is recorded.
given(check) := verdict if {
	verdict := outside(check.concerns)
} else := concluded(check, recorded(check))

# The outcome alone, for a rule that joins it with others.
recorded(check) := found if {
	blank_fields := lacking(check.record, check.needs)
	found := said_of(check, blank_fields)
}

said_of(check, []) := {"observed": {item(check.at, concat("", [check.name, " is recorded with ", listing([words | some words in check.needs]), "."]))}}

said_of(check, blank_fields) := {"pending": {item(check.at, concat("", [check.name, " is recorded without ", listing(blank_fields), "."]))}} if {
	count(blank_fields) in numbers.range(1, count(check.needs) - 1)
	count(check.needs) > 1
}

said_of(check, blank_fields) := {"missing": {item(check.at, concat("", [
	check.name,
	": nobody recorded ",
	listing(blank_fields),
	".",
]))}} if {
	count(blank_fields) == count(check.needs)
	count(blank_fields) > 0
}
