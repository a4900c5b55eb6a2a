# METADATA
# title: The quality of every data set keeps its limits
# description: >-
#   Each data set of a system that is built or used has results of quality checks about its version, with limits that they
#   keep; or somebody decided about a broken one.
# custom:
#   id: data-quality-keeps-limits
#   subject: system
#   controls: [iso42001:A.7.4]
#   severity: high
#   remediation: >-
#     Measure the quality of each version of the data set, and record under qualityResults each measure with operator,
#     threshold, value and version; and under decision what was decided about a broken limit.
#   parameters: []
#   duty: limit
#   states:
#     violation: >-
#       A result breaks its limit, and no decision is recorded; or the list of results is recorded as empty.
#     stale: >-
#       A result is about another version of the data set.
#     missing: >-
#       Nobody recorded the data sets, the version of one of them or of its results, or results with operator, threshold and value.
#     pending: >-
#       A result breaks its limit, and what was decided is recorded.
#     observed: >-
#       A result keeps its limit; or the system is recorded to have no data sets.
package aims.rules.data_quality_keeps_limits

import data.aims.lib.data_sets
import data.aims.lib.duty

verdict := data_sets.over(((listed | measured) | versions), "")

listed contains object.remove(
	duty.listed({
		"what": sprintf("the results of quality checks of %s", [data_sets.named(entry)]),
		"entries": sprintf("results of quality checks of %s", [data_sets.named(entry)]),
		"value": object.get(entry, "qualityResults", null),
		"at": data_sets.place(number, "qualityResults"),
	}),
	["observed"],
) if {
	some number, entry in data_sets.recorded
}

measured contains duty.meets({
	"name": duty.named(sprintf("The quality of %s: the measure", [data_sets.named(entry)]), result, "name"),
	"operator": object.get(result, "operator", null),
	"value": object.get(result, "value", null),
	"threshold": object.get(result, "threshold", null),
	"excuse": object.get(result, "decision", ""),
	"at": data_sets.place(number, sprintf("qualityResults/%d", [index])),
}) if {
	some number, entry in data_sets.recorded
	some index, result in entry.qualityResults
}

versions contains compared(entry, result, data_sets.place(number, sprintf("qualityResults/%d", [index]))) if {
	some number, entry in data_sets.recorded
	some index, result in entry.qualityResults
}

compared(entry, result, at) := {"stale": {duty.item(sprintf("%s/version", [at]), sprintf(
	"The measure %q is about version %s of %s; version %s is in use.",
	[object.get(result, "name", "without a name"), result.version, data_sets.named(entry), entry.version],
))}} if {
	result.version != entry.version
} else := {} if {
	result.version
	entry.version
} else := {"missing": {duty.item(at, sprintf(
	"Nobody recorded about which version of %s the measure %q is, or which one is in use.",
	[data_sets.named(entry), object.get(result, "name", "without a name")],
))}}
