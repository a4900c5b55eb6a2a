# METADATA
# title: People oversee automated decisions
# description: >-
#   A system in a pilot or in use that takes decisions by itself has an oversight arrangement: how people oversee it, and
#   when one of them has to step in.
# custom:
#   id: oversight-for-automated-decisions
#   subject: system
#   controls: [iso42001:A.9.2, iso42001:A.9.3]
#   severity: critical
#   remediation: >-
#     Record under oversight how people oversee the system (mode), and when somebody has to step in and who it is
#     (triggers). Where decisions.automation is blank, record first what the system decides.
#   parameters: []
#   duty: fields
#   states:
#     violation: >-
#       The record says that nobody oversees the system, or that there is no occasion to step in.
#     missing: >-
#       The way of oversight or the occasions to step in are blank or recorded as unknown.
#     observed: >-
#       The way of oversight and at least one occasion to step in are recorded.
package aims.rules.oversight_for_automated_decisions

import data.aims.lib.duty
import data.aims.lib.scope

default oversight := {}

oversight := input.system.oversight

verdict := aside if {
	aside := duty.outside(scope.deciding)
} else := duty.within(scope.deciding, duty.all_of([says, mode, triggers]))

mode := duty.blank({
	"what": "how people oversee the system",
	"value": object.get(oversight, "mode", ""),
	"at": "/system/oversight/mode",
})

triggers := duty.listed({
	"what": "when a person has to step in",
	"entries": "occasions on which a person has to step in",
	"value": object.get(oversight, "triggers", null),
	"at": "/system/oversight/triggers",
})

says.violation contains duty.item("/system/oversight/mode", sprintf(
	"The system %s, but the record says that nobody oversees it.",
	[replace(input.system.decisions.automation, "-", " ")],
)) if {
	oversight.mode == "none"
}

says.observed contains duty.item("/system/oversight/mode", sprintf("People oversee the system: %s.", [oversight.mode])) if {
	not oversight.mode in {"none", "unknown"}
}
