# METADATA
# title: Commitments to customers are listed
# description: >-
#   Each commitment to customers about AI says where it is written and who keeps it.
# custom:
#   id: customer-commitments
#   subject: organization
#   controls: [iso42001:A.10.4]
#   severity: medium
#   remediation: >-
#     List what customers were promised under customerCommitments, each with where and owner; where nothing was promised,
#     record an empty list.
#   parameters: []
#   duty: each
package aims.rules.customer_commitments

import data.aims.lib.duty
import data.aims.lib.scope

default commitments := null

commitments := input.organization.customerCommitments

verdict := duty.each({
	"concerns": scope.making,
	"what": "the commitments to customers",
	"one": "The commitment",
	"entries": commitments,
	"at": "/organization/customerCommitments",
	"name": "what",
	"needs": {"where": "where it is written", "owner": "an owner"},
	"mayBeEmpty": true,
})
