package aims.lib.duty

# Two values that have to agree. A check is
#   one, other  objects of
#     what   nobody recorded where it is blank, within a sentence: "which version was approved"
#     value  as recorded; "" where it is blank
#     at     JSON pointer of the value in the rule's input
#   equal       whether they agree; that they are equal unless given
#   agree       the sentence where they do, about both values in this order: "The version %v is approved, and %v is in use."
#   differ      likewise where they do not
agrees(check) := said if {
	said := all_of([blank(check.one), blank(check.other)])
	said != {}
} else := {"observed": {item(check.one.at, sprintf(check.agree, [check.one.value, check.other.value]))}} if {
	object.get(check, "equal", check.one.value == check.other.value)
} else := {"violation": {item(check.one.at, sprintf(check.differ, [check.one.value, check.other.value]))}}
