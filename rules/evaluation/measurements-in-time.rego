# METADATA
# title: Metrics are measured within their own interval
# description: >-
#   The last value of each metric of the AI management system is not older than the interval that the metric has.
# custom:
#   id: measurements-in-time
#   subject: organization
#   controls: [iso42001:9.1]
#   severity: medium
#   remediation: >-
#     Measure, and record the day under measuredOn and the value under value of the metric.
#   parameters: []
#   duty: fresh
#   states:
#     violation: >-
#       Or the list of metrics is recorded as empty.
#     missing: >-
#       Or nobody recorded the metrics, the interval of one, or its value.
#     observed: >-
#       That holds for each metric; its limit is its own interval.
package aims.rules.measurements_in_time

import data.aims.lib.duty
import data.aims.lib.scope

default measurements := null

measurements := input.organization.measurements

verdict := duty.within(scope.everyone, duty.all_of([
	duty.unlisted({
		"what": "the metrics of the AI management system",
		"entries": measurements,
		"at": "/organization/measurements",
	}),
	duty.all_of(measured),
]))

measured := [duty.all_of([blank_value(metric, at), last(metric, at)]) |
	some number, metric in measurements
	at := sprintf("/organization/measurements/%d", [number])
]

name(metric) := duty.named("The metric", metric, "name")

blank_value(metric, at) := duty.blank({
	"what": sprintf("the last value of %s", [duty.inner(name(metric))]),
	"value": object.get(metric, "value", ""),
	"at": concat("", [at, "/value"]),
})

last(metric, at) := duty.recent({
	"name": name(metric),
	"made": "measured",
	"on": object.get(metric, "measuredOn", ""),
	"at": concat("", [at, "/measuredOn"]),
	"maxAgeDays": metric.intervalDays,
}) if {
	metric.intervalDays
} else := duty.blank({
	"what": sprintf("the interval of %s", [duty.inner(name(metric))]),
	"value": "",
	"at": concat("", [at, "/intervalDays"]),
})
