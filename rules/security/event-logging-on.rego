# METADATA
# title: Events are logged while the system is in use
# description: >-
#   Every deployed system records events while it runs, and the days for which the logs are kept are set.
# custom:
#   id: event-logging-on
#   subject: system
#   controls: [iso42001:A.6.2.8]
#   severity: high
#   remediation: >-
#     Turn event logging on for the deployed system and record it under logging: enabled, stages (with deployed) and
#     retentionDays.
#   parameters: []
#   duty: logging
#   states:
#     violation: >-
#       Event logging is recorded as off, or as off while the system is deployed.
#     missing: >-
#       Whether events are logged, in which stages, or for how long the logs are kept, is blank or recorded as unknown.
#     observed: >-
#       Event logging is on in use, and a retention is set.
package aims.rules.event_logging_on

import data.aims.lib.duty
import data.aims.lib.scope

default logging := {}

logging := input.system.logging

default stages := null

stages := logging.stages

verdict := aside if {
	aside := duty.outside(scope.deployed)
} else := duty.within(scope.deployed, duty.all_of([
	duty.answer({
		"what": "whether event logging is enabled",
		"value": object.get(logging, "enabled", ""),
		"at": "/system/logging/enabled",
		"yes": "Event logging is on.",
		"no": "Event logging is recorded as not enabled.",
	}),
	duty.filled({
		"what": "for how many days event logs are kept",
		"value": days,
		"at": "/system/logging/retentionDays",
		"said": sprintf("Event logs are kept for %v days.", [days]),
	}),
	in_use,
]))

days := object.get(logging, "retentionDays", "")

at := "/system/logging/stages"

in_use := {"missing": {duty.item(at, "Nobody recorded in which stages event logging is on.")}} if {
	stages == null
} else := {"observed": {duty.item(at, "Event logging is on while the system is deployed.")}} if {
	"deployed" in stages
} else := {"violation": {duty.item(at, "Event logging is recorded as on in other stages only, not while the system is deployed.")}}
