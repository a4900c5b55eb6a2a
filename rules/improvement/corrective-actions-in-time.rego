# METADATA
# title: Corrective actions are carried out in time
# description: >-
#   No corrective action of a nonconformity is overdue.
# custom:
#   id: corrective-actions-in-time
#   subject: organization
#   controls: [iso42001:10.2]
#   severity: high
#   remediation: >-
#     Carry out the action and record the day under doneOn; where it is late for a reason, record that under reason.
#   parameters: []
#   duty: timely
#   states:
#     missing: >-
#       Or nobody recorded the corrective actions of a nonconformity.
package aims.rules.corrective_actions_in_time

import data.aims.lib.duty
import data.aims.lib.scope

default nonconformities := null

nonconformities := input.organization.nonconformities

actions := {
	"entries": nonconformities,
	"at": "/organization/nonconformities",
	"field": "actions",
	"one": "The corrective action",
	"whose": "The nonconformity",
	"name": "what",
	"plans": "its corrective actions",
}

verdict := duty.timely({
	"concerns": scope.everyone,
	"what": "the corrective actions",
	"entries": duty.planned(actions),
	"at": actions.at,
	"also": duty.unplanned(actions),
})
