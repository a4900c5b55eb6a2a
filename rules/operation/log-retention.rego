# METADATA
# title: Event logs are kept long enough
# description: >-
#   A deployed system of high risk records events while it runs and keeps them for the longest of the periods that
#   apply: that of the profile, those of laws whose conditions it meets, and those that its own laws ask for.
# custom:
#   id: log-retention
#   subject: system
#   controls: [iso42001:A.6.2.8]
#   severity: high
#   remediation: >-
#     Turn event logging on for the deployed system, set the retention to the demanded number of days or more, and
#     record both under logging.enabled and logging.retentionDays. Where a law asks for more, record
#     its days with it under laws, as retention.logs.
#   parameters: [log-retention-days]
#   duty: limit
#   states:
#     violation: >-
#       Event logging is recorded as off, or as off while the system is deployed, or the logs are kept for fewer
#       days than the longest period asks for.
#     missing: >-
#       Whether events are logged, or for how long the logs are kept, is blank or recorded as unknown; or so is a fact on
#       which a longer period depends, such as the markets of the organization.
#     observed: >-
#       Event logging is on, and the logs are kept long enough.
package aims.rules.log_retention

import data.aims.lib.duty
import data.aims.lib.retention
import data.aims.lib.scope

default logging := {}

logging := input.system.logging

concerned := scope.all_of([scope.deployed, scope.high_risk])

verdict := aside if {
	aside := duty.outside(concerned)
} else := duty.within(concerned, duty.all_of([says, kept, duty.answer({
	"what": "whether event logging is enabled",
	"value": object.get(logging, "enabled", ""),
	"at": "/system/logging/enabled",
	"yes": "Event logging is on.",
	"no": "Event logging is recorded as not enabled.",
})]))

says.violation contains duty.item(
	"/system/logging/stages",
	"Event logging is recorded as on in other stages only, not while the system is deployed.",
) if {
	logging.stages
	not "deployed" in logging.stages
}

# Logs that are not written are kept for no time.
kept := {} if logging.enabled == "no"

kept := retention.kept(retention.logs({"profile": {
	"parameter": "log-retention-days",
	"days": data.params["log-retention-days"],
}})) if {
	not logging.enabled == "no"
}
