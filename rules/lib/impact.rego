# The impact assessment of a system, and whom a rule about what it says concerns.
package aims.lib.impact

import data.aims.lib.duty

default record := {}

record := input.system.impactAssessment

state := object.get(record, "state", "")

# METADATA
# description: >-
#   An impact assessment is done; or it is under way, and shall say this in the end; or nobody recorded how far it got.
wanted := {"inapplicable": {reason | reason := unwanted}, "unclear": set()}

unwanted := duty.item(
	"/system/impactAssessment/state",
	"The impact assessment is recorded as not applicable; the rule concerns systems that need one.",
) if {
	state == "not-applicable"
}

# METADATA
# description: >-
#   The impact assessment is recorded as done.
done := {"inapplicable": {reason | reason := undone}, "unclear": set()}

undone := duty.item("/system/impactAssessment/state", concat("", [
	"The state of the impact assessment is ",
	object.get({"": "blank"}, state, state),
	"; the rule concerns assessments that are done.",
])) if {
	state != "done"
}
