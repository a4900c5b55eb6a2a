# METADATA
# title: The quality of labels is measured
# description: >-
#   Each labelled data set of a system that is built or used has a measure of the quality of its labels that keeps its limit.
# custom:
#   id: label-quality-measured
#   subject: system
#   controls: [iso42001:A.7.6]
#   severity: medium
#   remediation: >-
#     Record labels.used for each data set, and for labelled ones under labels.quality the measure with name, operator,
#     threshold and value.
#   parameters: []
#   duty: limit
#   states:
#     violation: >-
#       The measure breaks its limit, and no decision is recorded.
#     missing: >-
#       Nobody recorded the data sets, whether one of them has labels, or operator, threshold or value of the measure.
#     pending: >-
#       The measure breaks its limit, and what was decided is recorded.
#     observed: >-
#       The measure keeps its limit, or the data set has no labels; or the system is recorded to have no data sets.
package aims.rules.label_quality_measured

import data.aims.lib.data_sets
import data.aims.lib.duty

verdict := data_sets.over({labelled(number, entry) | some number, entry in data_sets.recorded}, "")

labelled(number, entry) := duty.meets({
	"name": sprintf("The quality of the labels of %s", [data_sets.named(entry)]),
	"operator": object.get(entry, ["labels", "quality", "operator"], null),
	"value": object.get(entry, ["labels", "quality", "value"], null),
	"threshold": object.get(entry, ["labels", "quality", "threshold"], null),
	"excuse": object.get(entry, ["labels", "quality", "decision"], ""),
	"at": data_sets.place(number, "labels/quality"),
}) if {
	entry.labels.used == "yes"
} else := duty.filled({
	"what": sprintf("whether %s has labels", [data_sets.named(entry)]),
	"value": object.get(entry, ["labels", "used"], ""),
	"at": data_sets.place(number, "labels/used"),
	"said": sprintf("There are no labels in %s.", [data_sets.named(entry)]),
})
