# METADATA
# title: The accountable people of a system can be reached
# description: >-
#   The owner and the risk owner of a system that is not retired are recorded with a contact.
# custom:
#   id: owner-reachable
#   subject: system
#   controls: [iso42001:5.3]
#   severity: low
#   remediation: >-
#     Record under roles.owner and roles.riskOwner the person and how to reach that person (contact).
#   parameters: []
#   duty: given
package aims.rules.owner_reachable

import data.aims.lib.duty
import data.aims.lib.scope

default roles := {}

roles := input.system.roles

verdict := aside if {
	aside := duty.outside(scope.not_retired)
} else := duty.within(scope.not_retired, duty.all_of([outcome |
	some role, name in {"owner": "The owner", "riskOwner": "The risk owner"}
	outcome := duty.recorded({
		"name": name,
		"record": object.get(roles, role, {}),
		"at": concat("", ["/system/roles/", role]),
		"needs": {"person": "a person", "contact": "a contact"},
	})
]))
