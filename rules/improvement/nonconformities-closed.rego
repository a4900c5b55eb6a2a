# METADATA
# title: Nonconformities are closed in time
# description: >-
#   Each nonconformity is closed, or the day by which it has to be has not passed.
# custom:
#   id: nonconformities-closed
#   subject: organization
#   controls: [iso42001:10.2]
#   severity: high
#   remediation: >-
#     Set under closeBy the day by which the nonconformity has to be closed, and record under closedOn when it was.
#   parameters: []
#   duty: timely
package aims.rules.nonconformities_closed

import data.aims.lib.duty
import data.aims.lib.scope

default entries := null

entries := [{
	"name": duty.named("The closure of the nonconformity", entry, "what"),
	"due": object.get(entry, "closeBy", ""),
	"done": object.get(entry, "closedOn", ""),
	"reason": "",
	"at": sprintf("/organization/nonconformities/%d", [number]),
} |
	some number, entry in input.organization.nonconformities
] if {
	input.organization.nonconformities
}

verdict := duty.timely({
	"concerns": scope.everyone,
	"what": "the nonconformities",
	"entries": entries,
	"at": "/organization/nonconformities",
})
