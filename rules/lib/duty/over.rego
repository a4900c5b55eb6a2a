package aims.lib.duty

# A list of which the entries are looked at one by one, by a condition of the rule's own. A check is
#   concerns  whom it concerns, see data.aims.lib.scope
#   what      the list, within a sentence: "the data sets"
#   entries   as recorded; null where it is blank
#   at        JSON pointer of the list in the rule's input
#   outcomes  what is found about entries, a set of objects of sets; empty where the condition concerns none
#   none      the sentence where it concerns none: "No treatment is done."; left out where it concerns each

# METADATA
# custom:
#   states:
#     missing: >-
#       Nobody recorded the list.
#     observed: >-
#       The list is recorded as empty, or the rule concerns none of its entries.
over(check) := verdict if {
	verdict := outside(check.concerns)
} else := concluded(check, {"missing": {item(check.at, concat("", ["Nobody recorded ", check.what, "."]))}}) if {
	check.entries == null
} else := concluded(check, {"observed": {item(check.at, concat("", ["The list of ", check.what, " is recorded as empty: there are none."]))}}) if {
	check.entries == []
} else := concluded(check, {"observed": {item(check.at, check.none)}}) if {
	check.outcomes == set()
} else := concluded(check, all_of(check.outcomes))
