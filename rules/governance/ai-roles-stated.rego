# METADATA
# title: The role towards every AI system is stated
# description: >-
#   Every system that is not retired states at least one role that the organization takes towards it.
# custom:
#   id: ai-roles-stated
#   subject: system
#   controls: [iso42001:4.1]
#   severity: medium
#   remediation: >-
#     Decide which roles the organization takes towards the system (provider, producer, customer, partner), and list
#     them under aiRoles.
#   parameters: []
#   duty: list
#   states:
#     violation: >-
#       The list of roles is recorded as empty.
#     missing: >-
#       Nobody recorded a role.
#     observed: >-
#       At least one role is recorded.
package aims.rules.ai_roles_stated

import data.aims.lib.duty
import data.aims.lib.scope

default roles := null

roles := input.system.aiRoles

verdict := aside if {
	aside := duty.outside(scope.not_retired)
} else := duty.within(scope.not_retired, duty.listed({
	"what": "which role the organization takes towards the system",
	"entries": "roles of the organization towards the system",
	"value": roles,
	"at": "/system/aiRoles",
}))
