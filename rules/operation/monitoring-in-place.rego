# METADATA
# title: Every deployed system is monitored
# description: >-
#   Every deployed system is monitored in operation, and the arrangement was set up or confirmed recently enough.
# custom:
#   id: monitoring-in-place
#   subject: system
#   controls: [iso42001:A.6.2.6]
#   severity: medium
#   remediation: >-
#     Set up monitoring of performance, errors and harm in operation and record it under practices.monitoring: state,
#     completedOn (the day it was set up or last confirmed) and the evidence record. Confirm it again within the limit.
#   parameters: [monitoring-max-age]
package aims.rules.monitoring_in_place

import data.aims.lib.deployment
import data.aims.lib.practice
import data.aims.lib.reasons

default stage := ""

stage := input.system.lifecycle.stage

default record := {}

record := input.system.practices.monitoring

outcome := practice.outcome_once_deployed(stage, {
	"name": "Monitoring",
	"record": record,
	"at": "/system/practices/monitoring",
	"obligatory": "every deployed system",
	"asOf": input.asOf,
	"maxAgeDays": data.params["monitoring-max-age"],
})

# METADATA
# description: The system is deployed, or the record does not say whether it is.
applicable if deployment.possible(stage)

inapplicable contains reasons.not_deployed(stage)

# METADATA
# description: >-
#   Monitoring is recorded as not done, as not applicable, or as completed on a day in the future.
violation contains item if some item in outcome.violation

# METADATA
# description: >-
#   Monitoring was done, but longer ago than monitoring-max-age allows, or its last valid day has passed.
stale contains item if some item in outcome.stale

# METADATA
# description: >-
#   Nobody recorded whether the system is deployed, or it is recorded as unknown: then nothing else is said. Or
#   nothing is recorded about monitoring, its state is recorded as unknown, or a date cannot be read.
missing contains item if some item in outcome.missing

# METADATA
# description: >-
#   Monitoring is in progress.
pending contains item if some item in outcome.pending

# METADATA
# description: >-
#   Monitoring is done and still valid. Done without a date counts, and the message says that no date is
#   recorded.
observed contains item if some item in outcome.observed
