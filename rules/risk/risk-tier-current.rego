# METADATA
# title: The risk tier was determined after the last substantial change
# description: >-
#   The tier of a system that is not retired was determined after every substantial change of the system that is
#   recorded.
# custom:
#   id: risk-tier-current
#   subject: system
#   controls: [iso42001:8.2]
#   severity: high
#   remediation: >-
#     Determine the tier again after a substantial change, and record the day under risk.determinedOn and that of the
#     change under changes.
#   parameters: []
#   duty: current
package aims.rules.risk_tier_current

import data.aims.lib.duty
import data.aims.lib.scope

default risk := {}

risk := input.system.risk

concerned := scope.all_of([scope.not_retired, scope.tiered])

verdict := aside if {
	aside := duty.outside(concerned)
} else := duty.within(concerned, duty.current({
	"name": "The risk tier",
	"made": "determined",
	"on": object.get(risk, "determinedOn", ""),
	"at": "/system/risk/determinedOn",
}))
