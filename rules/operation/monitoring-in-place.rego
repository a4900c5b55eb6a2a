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
#   duty: practice
package aims.rules.monitoring_in_place

import data.aims.lib.duty
import data.aims.lib.scope

default record := {}

record := input.system.practices.monitoring

verdict := duty.practice({
	"concerns": scope.deployed,
	"name": "Monitoring",
	"record": record,
	"at": "/system/practices/monitoring",
	"obligatory": "every deployed system",
	"maxAgeDays": data.params["monitoring-max-age"],
})
