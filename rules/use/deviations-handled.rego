# METADATA
# title: Use outside of the intended one is dealt with in time
# description: >-
#   Each alert about use of a deployed system outside of the intended one was dealt with by its day, or why it is
#   late is recorded.
# custom:
#   id: deviations-handled
#   subject: system
#   controls: [iso42001:A.9.4]
#   severity: high
#   remediation: >-
#     Record alerts about other use under use.deviations, each with owner, due, decision and, once dealt with,
#     handledOn. Where there are none, record an empty list.
#   parameters: []
#   duty: timely
#   states:
#     pending: >-
#       Or a deviation has no owner, or is dealt with and nobody recorded what was decided.
package aims.rules.deviations_handled

import data.aims.lib.duty
import data.aims.lib.scope

default deviations := null

deviations := input.system.use.deviations

verdict := duty.timely({
	"concerns": scope.deployed,
	"what": "the deviations from the intended use",
	"entries": timed,
	"at": "/system/use/deviations",
	"also": says,
})

default timed := null

timed := [{
	"name": sprintf("The deviation %q", [deviation.what]),
	"due": object.get(deviation, "due", ""),
	"done": object.get(deviation, "handledOn", ""),
	"reason": object.get(deviation, "reason", ""),
	"at": sprintf("/system/use/deviations/%d", [number]),
} |
	some number, deviation in deviations
] if {
	deviations != null
}

says.pending contains duty.item(sprintf("/system/use/deviations/%d", [number]), sprintf(
	"The deviation %q is recorded without %s.",
	[deviation.what, duty.listing(blank)],
)) if {
	some number, deviation in deviations
	blank := duty.lacking(deviation, {"owner": "an owner", "decision": "a decision"})
	blank != []
}
