package aims.lib.duty

# A question with yes or no for an answer. A check is
#   concerns  whom it concerns, see data.aims.lib.scope
#   what      nobody recorded where it is blank, within a sentence: "whether users are told"
#   value     as recorded; "" where it is blank
#   at        JSON pointer of the value in the rule's input
#   yes, no   the sentences for these answers
#   wrong     the answer that breaks the duty: "no" unless given

# METADATA
# custom:
#   states:
#     violation: >-
#       The answer says that it is not as it has to be.
#     missing: >-
#       Nobody recorded an answer, or it is recorded as unknown.
#     observed: >-
#       The answer says that it is as it has to be.
answered(check) := verdict if {
	verdict := outside(check.concerns)
} else := concluded(check, answer(check))

# The outcome alone, for a rule that joins it with others.
answer(check) := said if {
	said := blank(check)
	said != {}
} else := {"violation": {item(check.at, check[check.value])}} if {
	check.value == object.get(check, "wrong", "no")
} else := {"observed": {item(check.at, check[check.value])}}
