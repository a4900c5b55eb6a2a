# METADATA
# title: Event logs are kept long enough
# description: >-
#   A deployed system of high risk records events while it runs and keeps them for at least the demanded number of
#   days.
# custom:
#   id: log-retention
#   subject: system
#   controls: [iso42001:A.6.2.8]
#   severity: high
#   remediation: >-
#     Turn event logging on for the deployed system, set the retention to the demanded number of days or more, and
#     record both under logging.enabled and logging.retentionDays.
#   parameters: [log-retention-days]
#   duty: limit
#   states:
#     violation: >-
#       Event logging is recorded as off, or as off while the system is deployed, or the logs are kept for fewer
#       days than log-retention-days demands.
#     missing: >-
#       Whether events are logged, or for how long the logs are kept, is blank or recorded as unknown.
#     observed: >-
#       Event logging is on, and the logs are kept long enough.
package aims.rules.log_retention

import data.aims.lib.duty
import data.aims.lib.scope

default logging := {}

logging := input.system.logging

required := data.params["log-retention-days"]

concerned := scope.all_of([scope.deployed, scope.high_risk])

verdict := aside if {
	aside := duty.outside(concerned)
} else := duty.within(concerned, duty.all_of([says, duty.blank({
	"what": "whether event logging is enabled",
	"value": object.get(logging, "enabled", ""),
	"at": "/system/logging/enabled",
})]))

says.violation contains duty.item(
	"/system/logging/enabled",
	"Event logging is recorded as not enabled.",
) if {
	logging.enabled == "no"
}

says.violation contains duty.item(
	"/system/logging/stages",
	"Event logging is recorded as on in other stages only, not while the system is deployed.",
) if {
	logging.stages
	not "deployed" in logging.stages
}

says.violation contains days("Event logs are kept for %d days; at least %d days are required.") if {
	logging.retentionDays < required
}

says.missing contains duty.item("/system/logging/retentionDays", sprintf(
	"Nobody recorded for how many days event logs are kept; at least %d days are required.",
	[required],
)) if {
	not logging.retentionDays
	not logging.enabled == "no"
}

says.observed contains days("Event logging is on, and logs are kept for %d days; at least %d days are required.") if {
	logging.enabled == "yes"
	logging.retentionDays >= required
}

days(words) := duty.item("/system/logging/retentionDays", sprintf(words, [logging.retentionDays, required]))
