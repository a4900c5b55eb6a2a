# The decisions on controls, which make up the statement of applicability.
package aims.lib.decisions

default recorded := []

recorded := input.decisions

# Decisions on controls that apply, by their numbers; one that does not say counts as applying.
applying[number] := decision if {
	some number, decision in recorded
	not decision.applicable == "no"
}

# What there is to say where no control applies.
default open := {}

open := {"missing": {{"message": "No decision is recorded by which a control applies.", "at": "/decisions"}}} if {
	count(applying) == 0
}
