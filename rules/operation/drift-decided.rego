# METADATA
# title: Drift is answered by a decision
# description: >-
#   For each alert about drift or performance somebody decided what to do, and the decision is recorded with its
#   day.
# custom:
#   id: drift-decided
#   subject: system
#   controls: [iso42001:A.6.2.6]
#   severity: high
#   remediation: >-
#     Record under monitoring.alerts, for each alert of kind drift or performance, decision, decidedBy and decidedOn:
#     retrain, go back, restrict the use, or accept it with the reason.
#   parameters: []
#   duty: each
package aims.rules.drift_decided

import data.aims.lib.duty
import data.aims.lib.lists
import data.aims.lib.scope

verdict := duty.each(object.union(lists.alerts, {
	"concerns": scope.deployed,
	"needs": {"decision": "a decision", "decidedBy": "somebody who decided", "decidedOn": "the day of the decision"},
	"only": degraded,
	"none": "No alert about drift or performance is recorded.",
}))

# An alert whose kind nobody recorded may be about drift.
degraded contains number if {
	some number, alert in lists.alerts.entries
	object.get(alert, "kind", "drift") in {"drift", "performance"}
}
