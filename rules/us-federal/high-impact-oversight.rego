# METADATA
# title: People oversee a high-impact system, with a fail-safe
# description: >-
#   People oversee a deployed high-impact system, and a fail-safe keeps the harm small when something goes wrong.
# custom:
#   id: high-impact-oversight
#   subject: system
#   controls: [iso42001:A.9.2, iso42001:A.9.3]
#   severity: critical
#   remediation: >-
#     Record how people oversee the system under oversight.mode, and the fail-safe under practices.failsafe: state,
#     completedOn and the evidence record.
#   parameters: []
#   duty: practice
#   states:
#     violation: >-
#       Or nobody oversees the system.
#     missing: >-
#       Or nobody recorded how people oversee the system, or it is recorded as unknown.
package aims.rules.high_impact_oversight

import data.aims.lib.duty
import data.aims.lib.scope

default record := {}

record := input.system.practices.failsafe

verdict := duty.practice({
	"name": "The fail-safe",
	"concerns": scope.all_of([scope.deployed, scope.high_impact]),
	"record": record,
	"obligatory": "a deployed high-impact system",
	"at": "/system/practices/failsafe",
	"also": duty.all_of([says, mode]),
})

mode := duty.blank({
	"what": "how people oversee the system",
	"value": object.get(input.system, ["oversight", "mode"], ""),
	"at": "/system/oversight/mode",
})

says.violation contains duty.item("/system/oversight/mode", "The system is high-impact, but the record says that nobody oversees it.") if {
	input.system.oversight.mode == "none"
}
