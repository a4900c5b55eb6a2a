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
#   duty: practice
package aims.rules.high_impact_monitoring

import data.aims.lib.duty
import data.aims.lib.scope

default record := {}

record := input.system.practices.monitoring

verdict := duty.practice({
	"concerns": scope.all_of([scope.deployed, scope.high_impact]),
	"name": "Monitoring",
	"record": record,
	"at": "/system/practices/monitoring",
	"obligatory": "a deployed high-impact system",
	"maxAgeDays": data.params["monitoring-max-age"],
})
