# METADATA
# title: Metrics, thresholds and an interval of monitoring are set
# description: >-
#   A deployed system has metrics that are watched in operation, each with a threshold, and an interval of review
#   within the limit.
# custom:
#   id: monitoring-defined
#   subject: system
#   controls: [iso42001:A.6.2.6]
#   severity: medium
#   remediation: >-
#     List under monitoring.metrics what is watched, each with operator and threshold, and record the days between two
#     reviews under monitoring.cadenceDays.
#   parameters: [monitoring-interval-max]
#   duty: each
#   states:
#     violation: >-
#       Or the interval is longer than the limit allows.
#     missing: >-
#       Or nobody recorded the interval.
#     observed: >-
#       The interval is within the limit.
package aims.rules.monitoring_defined

import data.aims.lib.duty
import data.aims.lib.scope

default monitoring := {}

monitoring := input.system.monitoring

cadence := object.get(monitoring, "cadenceDays", "")

verdict := duty.each({
	"concerns": scope.deployed,
	"what": "the metrics of monitoring",
	"one": "The metric",
	"entries": object.get(monitoring, "metrics", null),
	"at": "/system/monitoring/metrics",
	"name": "name",
	"needs": {"operator": "the relation to its threshold", "threshold": "a threshold"},
	"also": interval,
})

at := "/system/monitoring/cadenceDays"

limit := data.params["monitoring-interval-max"]

interval := {"missing": {duty.item(at, "Nobody recorded how often monitoring is reviewed.")}} if {
	cadence == ""
} else := {"violation": {duty.item(at, sprintf("Monitoring is reviewed every %d days; at most %d are allowed.", [cadence, limit]))}} if {
	cadence > limit
} else := {"observed": {duty.item(at, sprintf("Monitoring is reviewed every %d days, within the limit of %d.", [cadence, limit]))}} if {
	limit
}
