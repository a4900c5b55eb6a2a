# METADATA
# title: Monitoring is reported within its interval
# description: >-
#   The results of monitoring of a deployed system were last reviewed within its own interval, and within the limit.
# custom:
#   id: monitoring-reported
#   subject: system
#   controls: [iso42001:A.6.2.6]
#   severity: high
#   remediation: >-
#     Review the results of monitoring in each interval, and record the day under monitoring.lastReviewOn and the
#     report among the evidence.
#   parameters: [monitoring-interval-max]
#   duty: fresh
package aims.rules.monitoring_reported

import data.aims.lib.duty
import data.aims.lib.monitoring
import data.aims.lib.scope

default reviewed_on := ""

reviewed_on := input.system.monitoring.lastReviewOn

verdict := duty.fresh({
	"concerns": scope.deployed,
	"name": "The report of monitoring",
	"made": "reviewed",
	"on": reviewed_on,
	"at": "/system/monitoring/lastReviewOn",
	"maxAgeDays": monitoring.interval(data.params["monitoring-interval-max"]),
})
