# METADATA
# title: Monitoring of a high-impact system in operation
# description: >-
#   A deployed high-impact system is monitored in operation, and the arrangement was set up or confirmed recently
#   enough.
# custom:
#   id: high-impact-monitoring
#   subject: system
#   controls: [iso42001:A.6.2.6]
#   severity: high
#   remediation: >-
#     Set up monitoring of performance and of harm in operation and record it under practices.monitoring: state,
#     completedOn (the day it was set up or last confirmed) and the evidence record. Confirm it again within the
#     limit.
#   parameters: [monitoring-max-age]
package aims.rules.high_impact_monitoring

import data.aims.lib.practice

default record := {}

record := input.system.practices.monitoring

outcome := practice.outcome({
	"name": "Monitoring",
	"record": record,
	"at": "/system/practices/monitoring",
	"obligatory": "a deployed high-impact system",
	"asOf": input.asOf,
	"maxAgeDays": data.params["monitoring-max-age"],
})

# METADATA
# description: The system is deployed and was determined to be high-impact under OMB M-25-21.
applicable if {
	input.system.regulatory.omb.highImpact == "yes"
	input.system.lifecycle.stage == "deployed"
}

# METADATA
# description: Monitoring is recorded as not done, as not applicable, or as completed on a day in the future.
violation contains item if some item in outcome.violation

# METADATA
# description: Monitoring was done, but longer ago than monitoring-max-age allows, or its last valid day has passed.
stale contains item if some item in outcome.stale

# METADATA
# description: Nothing is recorded about monitoring, its state is recorded as unknown, or a date cannot be read.
missing contains item if some item in outcome.missing

# METADATA
# description: Monitoring is in progress.
pending contains item if some item in outcome.pending

# METADATA
# description: >-
#   Monitoring is done and still valid. Done without a date counts, and the message says that no date is recorded.
observed contains item if some item in outcome.observed
