# METADATA
# title: The map to other policies leads to each of them
# description: >-
#   Other policies of the organization that touch on AI are listed with how they fit together with the AI policy, and
#   each entry leads to a record that is there or to an address.
# custom:
#   id: policy-map-resolves
#   subject: organization
#   controls: [iso42001:A.2.3]
#   severity: medium
#   remediation: >-
#     List the other policies under policy.related, each with name, relation, and the id of its evidence record under
#     record or its address under uri. Mend records whose file is missing or changed.
#   parameters: []
#   duty: each
#   states:
#     violation: >-
#       An entry names an evidence record that is not there, or one whose file is missing or changed.
#     stale: >-
#       The evidence record of an entry is no longer valid.
#     pending: >-
#       An entry leads nowhere, or to a record that is not approved.
#     observed: >-
#       An entry leads to an approved record or to an address.
package aims.rules.policy_map_resolves

import data.aims.lib.duty
import data.aims.lib.scope

default related := null

related := input.organization.policy.related

verdict := duty.each({
	"concerns": scope.everyone,
	"what": "other policies that touch on AI",
	"one": "The policy",
	"entries": related,
	"at": "/organization/policy/related",
	"name": "name",
	"needs": {"relation": "how it fits together with the AI policy"},
	"also": duty.all_of([duty.leads(link) | some link in links]),
})

links contains {
	"name": sprintf("The entry %q", [entry.name]),
	"record": object.get(entry, "record", ""),
	"uri": object.get(entry, "uri", ""),
	"at": sprintf("/organization/policy/related/%d", [number]),
} if {
	some number, entry in related
}
