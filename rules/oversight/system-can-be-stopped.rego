# METADATA
# title: A system that decides can be stopped
# description: >-
#   A system in a pilot or in use that takes decisions by itself can be stopped by a person: the means are there and still
#   valid.
# custom:
#   id: system-can-be-stopped
#   subject: system
#   controls: [iso42001:A.9.2, iso42001:A.9.3]
#   severity: critical
#   remediation: >-
#     Set up how a person stops the system, try it, and record it under oversight.stop: state, completedOn and the evidence
#     record.
#   parameters: []
#   duty: practice
package aims.rules.system_can_be_stopped

import data.aims.lib.duty
import data.aims.lib.scope

default record := {}

record := input.system.oversight.stop

verdict := duty.practice({
	"concerns": scope.deciding,
	"name": "The arrangement to stop the system",
	"record": record,
	"at": "/system/oversight/stop",
	"obligatory": "a system that decides by itself",
})
