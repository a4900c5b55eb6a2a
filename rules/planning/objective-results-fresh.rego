# METADATA
# title: Results of the AI objectives are measured
# description: >-
#   Each AI objective has a result that was measured recently enough.
# custom:
#   id: objective-results-fresh
#   subject: organization
#   controls: [iso42001:6.2]
#   severity: medium
#   remediation: >-
#     Measure each objective at least as often as the limit demands, and record the last result under result.value and
#     result.measuredOn.
#   parameters: [objective-result-max-age]
#   duty: each
#   states:
#     violation: >-
#       A result is dated in the future.
#     stale: >-
#       The last result of an objective is older than the limit allows.
#     missing: >-
#       Nobody recorded when an objective was last measured, or the day cannot be read.
#     observed: >-
#       The last result of an objective is recent enough.
package aims.rules.objective_results_fresh

import data.aims.lib.duty
import data.aims.lib.scope

default objectives := null

objectives := input.organization.objectives

measured(days) := duty.all_of([duty.recent({
	"name": sprintf("The objective %q", [objective.name]),
	"made": "measured",
	"on": object.get(objective, ["result", "measuredOn"], ""),
	"at": sprintf("/organization/objectives/%d/result/measuredOn", [number]),
	"maxAgeDays": days,
}) |
	some number, objective in objectives
])

verdict := duty.each({
	"concerns": scope.everyone,
	"what": "the AI objectives",
	"one": "The objective",
	"name": "name",
	"entries": objectives,
	"at": "/organization/objectives",
	"needs": {"result/value": "a result"},
	"also": measured(data.params["objective-result-max-age"]),
})
