# METADATA
# title: Objectives of responsible use have a recent result
# description: >-
#   Each objective of responsible use has a result from within its own interval and the limit, which reaches the
#   target.
# custom:
#   id: use-objectives-tracked
#   subject: system
#   controls: [iso42001:A.9.3]
#   severity: medium
#   remediation: >-
#     Measure each objective in its interval and record value and measuredOn under use.uses.objectives. Where a target
#     is missed, change the use or the target.
#   parameters: [use-objective-max-age]
#   duty: results
#   states:
#     violation: >-
#       A target is missed, or a result is dated in the future.
#     stale: >-
#       A result is older than the interval of the objective or the limit allows.
#     missing: >-
#       Nobody recorded the uses, the objectives of one, or a result, a target or a day.
#     observed: >-
#       A result reaches its target and is recent enough; or there is no use.
package aims.rules.use_objectives_tracked

import data.aims.lib.duty
import data.aims.lib.lists
import data.aims.lib.scope

limit := data.params["use-objective-max-age"]

# Without a limit there is no verdict: objectives must not go unmeasured.
verdict := aside if {
	limit
	aside := duty.outside(scope.in_use)
} else := duty.within(scope.in_use, duty.all_of((({lists.no_use} | without) | results))) if {
	limit
}

without contains {"missing": {duty.item(
	sprintf("/system/use/uses/%d/objectives", [number]),
	sprintf("The use %q has no objectives.", [use.name]),
)}} if {
	some number, use in lists.uses.entries
	not use.objectives[0]
}

results contains duty.all_of([
	duty.meets(object.union(objective, {"name": name, "at": at, "threshold": object.get(objective, "target", null)})),
	duty.recent({
		"name": name,
		"made": "measured",
		"on": object.get(objective, "measuredOn", ""),
		"at": concat("/", [at, "measuredOn"]),
		"maxAgeDays": min({limit, object.get(objective, "intervalDays", limit)}),
	}),
]) if {
	some number, use in lists.uses.entries
	some place, objective in use.objectives
	at := sprintf("/system/use/uses/%d/objectives/%d", [number, place])
	name := sprintf("The objective %q", [objective.name])
}
