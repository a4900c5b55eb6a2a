# METADATA
# title: What is watched keeps its thresholds
# description: >-
#   Each metric of a deployed system was measured within the interval of monitoring and keeps its threshold, or
#   somebody decided what follows from the breach.
# custom:
#   id: metrics-within-limits
#   subject: system
#   controls: [iso42001:A.6.2.6]
#   severity: high
#   remediation: >-
#     Measure each metric in each interval and record value and measuredOn under monitoring.metrics. Where a threshold
#     is broken, decide what to do and record it under decision.
#   parameters: [monitoring-interval-max]
#   duty: limit
#   states:
#     violation: >-
#       A threshold is broken and no decision is recorded, the list of metrics is empty, or a measurement is dated in
#       the future.
#     stale: >-
#       A metric was last measured longer ago than the interval allows.
#     missing: >-
#       Nobody recorded the metrics, or of one of them the relation, the threshold, the value or the day.
#     pending: >-
#       A threshold is broken, and a decision is recorded.
#     observed: >-
#       A metric keeps its threshold and was measured in time.
package aims.rules.metrics_within_limits

import data.aims.lib.duty
import data.aims.lib.monitoring
import data.aims.lib.scope

default metrics := null

metrics := input.system.monitoring.metrics

interval := monitoring.interval(data.params["monitoring-interval-max"])

# Without a limit there is no verdict: metrics must not go unmeasured.
verdict := aside if {
	interval
	aside := duty.outside(scope.deployed)
} else := duty.within(scope.deployed, duty.all_of({duty.listed({
	"what": "which metrics are watched",
	"entries": "metrics of monitoring",
	"value": metrics,
	"at": "/system/monitoring/metrics",
})} | measured)) if {
	interval
}

measured contains duty.all_of([
	duty.meets(object.union(metric, {"name": name, "at": at, "excuse": object.get(metric, "decision", "")})),
	duty.recent({
		"name": name,
		"made": "measured",
		"on": object.get(metric, "measuredOn", ""),
		"at": concat("/", [at, "measuredOn"]),
		"maxAgeDays": interval,
	}),
]) if {
	some number, metric in metrics
	at := sprintf("/system/monitoring/metrics/%d", [number])
	name := sprintf("The metric %q", [metric.name])
}
