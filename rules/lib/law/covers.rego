package aims.lib.law

# Whether something covers every element that the Act names for it. A check is
#   name    what covers them, within a sentence: "the instructions for use"
#   wanted  the provision whose elements they are: "art-13.3"
#   found   the elements as recorded; null where nobody recorded any
#   at      JSON pointer of the elements in the rule's input
covers(check) := {"missing": {{
	"message": sprintf("Nobody recorded what of %s is covered by %s.", [elements(check).label, check.name]),
	"at": check.at,
}}} if {
	check.found == null
} else := {"pending": {{
	"message": sprintf("Of %s, %s is not covered by %s.", [elements(check).label, concat(", ", lacking(check)), check.name]),
	"at": check.at,
}}} if {
	count(lacking(check)) > 0
} else := {"observed": {{
	"message": sprintf("All of %s is covered by %s.", [elements(check).label, check.name]),
	"at": check.at,
}}}

elements(check) := data.reference.eu_ai_act.elements[check.wanted]

lacking(check) := [element | some element in elements(check).names; not element in check.found]
