# METADATA
# title: No required role of the AI management system is vacant
# description: >-
#   Each role that the AI management system needs is held by a named person.
# custom:
#   id: management-roles-filled
#   subject: organization
#   controls: [iso42001:5.3, iso42001:7.1]
#   severity: high
#   remediation: >-
#     Appoint a person for each required role, and record it under roles with person and since.
#   parameters: []
#   duty: role
package aims.rules.management_roles_filled

import data.aims.lib.duty
import data.aims.lib.scope

known := data.reference.iso42001.roles

verdict := duty.within(scope.everyone, duty.all_of(union({duty.holding(filling) | some filling in fillings})))

fillings contains {
	"name": known[role].name,
	"question": known[role].question,
	"record": object.get(input.organization, ["roles", role], {}),
	"at": sprintf("/organization/roles/%s", [role]),
} if {
	some role in data.reference.iso42001.requiredRoles
}
