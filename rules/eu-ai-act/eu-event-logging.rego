# METADATA
# title: The system records events by itself
# description: >-
#   A deployed high-risk system records events by itself while it is in use, and the record names the events.
# custom:
#   id: eu-event-logging
#   subject: system
#   controls: [eu-ai-act:Art. 12, eu-ai-act:Art. 12(1), eu-ai-act:Art. 12(2)]
#   severity: high
#   remediation: >-
#     Turn event logging on and record under logging: enabled, the events that are recorded, and, where logging is on in
#     some stages only, the stages.
#   parameters: []
#   duty: fields
#   concerns: From the day on which Art. 12 applies.
#   states:
#     violation: >-
#       Events are recorded as not recorded, or not while the system is deployed, or the list of events is empty.
#     missing: >-
#       Whether events are recorded, or which, is blank or recorded as unknown.
#     observed: >-
#       Events are recorded, and the record names them.
package aims.rules.eu_event_logging

import data.aims.lib.duty
import data.aims.lib.law

default logging := {}

logging := input.system.logging

concerned := law.provider("art-12")

verdict := aside if {
	aside := duty.outside(concerned)
} else := duty.within(concerned, duty.all_of([says, enabled, events]))

enabled := duty.blank({
	"what": "whether the system records events",
	"value": object.get(logging, "enabled", ""),
	"at": "/system/logging/enabled",
})

events := duty.listed({
	"what": "which events the system records",
	"entries": "kinds of events that the system records",
	"value": object.get(logging, "events", null),
	"at": "/system/logging/events",
})

says.violation contains duty.item("/system/logging/enabled", "The system is recorded as one that does not record events.") if {
	logging.enabled == "no"
}

says.violation contains duty.item("/system/logging/stages", "The system records events in other stages only, not while it is deployed.") if {
	logging.stages
	not "deployed" in logging.stages
}
