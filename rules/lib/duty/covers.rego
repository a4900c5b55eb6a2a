package aims.lib.duty

# Parts that all have to be there. A check is
#   concerns  whom it concerns, see data.aims.lib.scope
#   name      the whole, as the beginning of a sentence: "The review of 2026-03-02"
#   parts     object of a part and its words, within a sentence: {"audits": "the results of audits"}
#   present   those that are there, a list or a set; null where nobody recorded them
#   at        JSON pointer of the list in the rule's input

# METADATA
# custom:
#   states:
#     missing: >-
#       Nobody recorded which parts are there.
#     pending: >-
#       A part is not there.
#     observed: >-
#       All parts are there.
covers(check) := verdict if {
	verdict := outside(check.concerns)
} else := concluded(check, covered(check))

# The outcome alone, for a rule that joins it with others.
covered(check) := {"missing": {item(check.at, concat("", [check.name, ": nobody recorded what it covers."]))}} if {
	check.present == null
} else := {"observed": {item(check.at, sprintf("%s covers all that it has to: %s.", [check.name, listing([words | some words in check.parts])]))}} if {
	uncovered(check) == []
} else := {"pending": {item(check.at, sprintf("%s does not cover %s.", [check.name, listing(uncovered(check))]))}}

uncovered(check) := [words |
	some part, words in check.parts
	not part in check.present
]
