# METADATA
# title: The required roles are filled for every system
# description: >-
#   Every system that is built or used names who holds each of the required roles; more of them where it is of high risk or
#   others supply parts of it.
# custom:
#   id: required-roles-filled
#   subject: system
#   controls: [iso42001:A.3.2]
#   severity: high
#   remediation: >-
#     Name a person for each role under roles: riskOwner, impactOwner, dataOwner, modelOwner and securityOwner; for a
#     system of high risk complianceLead, and for a supplied one supplierOwner.
#   parameters: []
#   duty: role
package aims.rules.required_roles_filled

import data.aims.lib.duty
import data.aims.lib.risk
import data.aims.lib.scope

default roles := {}

roles := input.system.roles

required := data.reference.required_roles

verdict := aside if {
	aside := duty.outside(scope.begun)
} else := duty.within(scope.begun, duty.all_of(holders))

holders contains holder(role, words) if some role, words in required.everywhere

holders contains holder(role, words) if {
	not risk.lower
	some role, words in required.highRisk
}

holders contains holder(role, words) if {
	count(scope.supplied.inapplicable) == 0
	some role, words in required.supplied
}

holder(role, words) := duty.all_of(duty.holding(object.union(words, {
	"record": object.get(roles, role, {}),
	"at": concat("", ["/system/roles/", role]),
})))
