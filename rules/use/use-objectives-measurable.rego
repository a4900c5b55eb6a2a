# METADATA
# title: Objectives of responsible use can be measured
# description: >-
#   Each use of a system has objectives of responsible use, each with a metric, a target, an interval and an owner.
# custom:
#   id: use-objectives-measurable
#   subject: system
#   controls: [iso42001:A.9.3]
#   severity: medium
#   remediation: >-
#     Set objectives for each use, such as fairness, explanation or oversight, and record them under
#     use.uses.objectives: name, metric, operator, target, intervalDays and owner.
#   parameters: []
#   duty: objectives
#   states:
#     violation: >-
#       The objectives of a use are recorded as an empty list.
#     missing: >-
#       Nobody recorded the uses, or the objectives of one.
#     pending: >-
#       An objective lacks its metric, its target, its interval or its owner.
#     observed: >-
#       An objective has all that belongs to it; or there is no use.
package aims.rules.use_objectives_measurable

import data.aims.lib.duty
import data.aims.lib.lists
import data.aims.lib.scope

verdict := aside if {
	aside := duty.outside(scope.in_use)
} else := duty.within(scope.in_use, duty.all_of({lists.no_use} | objectives))

objectives contains duty.entered({
	"what": sprintf("the objectives of the use %q", [use.name]),
	"one": sprintf("The use %q: the objective", [use.name]),
	"entries": object.get(use, "objectives", null),
	"at": sprintf("/system/use/uses/%d/objectives", [number]),
	"name": "name",
	"needs": {
		"metric": "a metric",
		"operator": "the relation to its target",
		"target": "a target",
		"intervalDays": "an interval",
		"owner": "an owner",
	},
}) if {
	some number, use in lists.uses.entries
}
