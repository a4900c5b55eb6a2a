# METADATA
# title: An owner is assigned to every system
# description: >-
#   Every system that is not retired has a named person who answers for it. A unit or a mailbox alone is not a person.
# custom:
#   id: owner-assigned
#   subject: system
#   controls: [iso42001:A.3.2, iso42001:5.3]
#   severity: high
#   remediation: >-
#     Appoint the person who answers for the system and record the name under roles.owner.person, with the date of the
#     appointment under roles.owner.since.
#   parameters: []
#   duty: role
package aims.rules.owner_assigned

import data.aims.lib.duty
import data.aims.lib.scope

default owner := {}

owner := input.system.roles.owner

verdict := duty.role({
	"concerns": scope.not_retired,
	"name": "the owner",
	"question": "who owns the system",
	"record": owner,
	"at": "/system/roles/owner",
})
