# METADATA
# title: Nonconformities have a cause, an action and an owner
# description: >-
#   Each nonconformity says why it came about, what is done about the cause, and who answers for it.
# custom:
#   id: nonconformities-recorded
#   subject: organization
#   controls: [iso42001:10.2]
#   severity: high
#   remediation: >-
#     Find the cause of each nonconformity, and record under nonconformities its cause, actions and owner; where there was
#     none, record an empty list.
#   parameters: []
#   duty: each
package aims.rules.nonconformities_recorded

import data.aims.lib.duty
import data.aims.lib.scope

default nonconformities := null

nonconformities := input.organization.nonconformities

verdict := duty.each({
	"concerns": scope.everyone,
	"what": "the nonconformities",
	"one": "The nonconformity",
	"entries": nonconformities,
	"at": "/organization/nonconformities",
	"name": "what",
	"needs": {"owner": "an owner", "cause": "a cause", "actions": "a corrective action"},
	"mayBeEmpty": true,
})
