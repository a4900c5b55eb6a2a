# METADATA
# title: Commitments to customers are listed
# description: >-
#   Where a system in use is offered to customers, what was promised to them is listed, with where and who sees to
#   it.
# custom:
#   id: customer-commitments-listed
#   subject: system
#   controls: [iso42001:A.10.4]
#   severity: medium
#   remediation: >-
#     Record under customers whether the system is offered to customers (served), and each commitment with what,
#     source and owner.
#   parameters: []
#   duty: commitments
#   states:
#     violation: >-
#       It is offered to customers, and the list is recorded as empty.
#     missing: >-
#       Whether it is offered to customers is blank or recorded as unknown; or it is, and nobody recorded the
#       commitments.
#     pending: >-
#       A commitment lacks its source or its owner.
#     observed: >-
#       A commitment has both; or it is not offered to customers.
package aims.rules.customer_commitments_listed

import data.aims.lib.duty
import data.aims.lib.scope

default customers := {}

customers := input.system.customers

verdict := aside if {
	aside := duty.outside(scope.in_use)
} else := duty.within(scope.in_use, duty.all_of([
	duty.answer({
		"what": "whether the system is offered to customers",
		"value": served,
		"at": "/system/customers/served",
		"yes": "The system is offered to customers.",
		"no": "The system is not offered to customers.",
		"wrong": "neither",
	}),
	commitments,
]))

served := object.get(customers, "served", "")

default commitments := {}

commitments := duty.entered({
	"what": "the commitments to customers",
	"one": "The commitment",
	"entries": object.get(customers, "commitments", null),
	"at": "/system/customers/commitments",
	"name": "what",
	"needs": {"source": "where it was given", "owner": "an owner"},
}) if {
	served == "yes"
}
