# METADATA
# title: Corrective actions have their effect
# description: >-
#   Before a nonconformity counts as handled, somebody looked whether the corrective actions took its cause away, and they did.
# custom:
#   id: corrective-actions-effective
#   subject: organization
#   controls: [iso42001:10.2]
#   severity: medium
#   remediation: >-
#     Check the effect of the actions, and record it under effectiveness of the nonconformity: checkedOn, by and result.
#     Where they had none, open it again.
#   parameters: []
#   duty: effective
#   states:
#     observed: >-
#       What counts as done is a nonconformity whose actions all have a day under doneOn.
package aims.rules.corrective_actions_effective

import data.aims.lib.duty
import data.aims.lib.scope

default nonconformities := null

nonconformities := input.organization.nonconformities

default handled := null

handled := [{
	"name": duty.named("What was done about the nonconformity", entry, "what"),
	"done": done_on(entry),
	"effectiveness": object.get(entry, "effectiveness", {}),
	"at": sprintf("/organization/nonconformities/%d/effectiveness", [number]),
} |
	some number, entry in nonconformities
] if {
	nonconformities != null
}

# The day of the last action; "" while one is open, unless the nonconformity is closed all the same.
done_on(entry) := max([action.doneOn | some action in entry.actions]) if {
	count(entry.actions) > 0
	every action in entry.actions {
		action.doneOn
	}
} else := object.get(entry, "closedOn", "")

verdict := duty.effective({
	"concerns": scope.everyone,
	"what": "the corrective actions",
	"entries": handled,
	"at": "/organization/nonconformities",
})
