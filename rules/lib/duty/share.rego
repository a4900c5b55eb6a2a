package aims.lib.duty

# A part of a whole that has to be large enough. A check is
#   concerns  whom it concerns, see data.aims.lib.scope
#   name      what it is, as the beginning of a sentence: "The AI policy"
#   verb      what the part did: "was acknowledged by"
#   of        whom both count, within a sentence: "people who were asked to"
#   part      how many it is as recorded; null where it is blank
#   whole     likewise of how many
#   least     the percentage that it has to reach
#   at        JSON pointer of the entry in the rule's input

# METADATA
# custom:
#   states:
#     violation: >-
#       The part is smaller than the demanded percentage of the whole.
#     missing: >-
#       Nobody recorded the part or the whole, the whole is nought, or the part is larger than the whole.
#     observed: >-
#       The part reaches the demanded percentage of the whole.
share(check) := verdict if {
	verdict := outside(check.concerns)
} else := concluded(check, reached(check))

# The outcome alone, for a rule that joins it with others. Without fractions on the way.
reached(check) := {"missing": {item(check.at, sprintf("%s: nobody recorded the number of %s, or how many of them count.", [check.name, check.of]))}} if {
	null in {check.part, check.whole}
} else := {"missing": {item(check.at, sprintf("%s: the number of %s is recorded as 0.", [check.name, check.of]))}} if {
	check.whole == 0
} else := {"missing": {item(check.at, sprintf("%s %d of %d %s, which cannot be.", share_words(check)))}} if {
	check.part > check.whole
} else := {"observed": {item(check.at, sprintf("%s %d of %d %s; at least %d %% are required.", array.concat(share_words(check), [check.least])))}} if {
	check.part * 100 >= check.least * check.whole
} else := {"violation": {item(check.at, sprintf("%s %d of %d %s; at least %d %% are required.", array.concat(share_words(check), [check.least])))}}

share_words(check) := [sprintf("%s %s", [check.name, check.verb]), check.part, check.whole, check.of]
