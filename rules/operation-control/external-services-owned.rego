# METADATA
# title: External services have an owner
# description: >-
#   Each service, model or data set from outside has somebody inside who answers for it and a way in which it is kept in check.
# custom:
#   id: external-services-owned
#   subject: organization
#   controls: [iso42001:8.1]
#   severity: medium
#   remediation: >-
#     List what comes from outside under suppliers, each with its service, its owner and how it is kept in check (control).
#   parameters: []
#   duty: each
package aims.rules.external_services_owned

import data.aims.lib.duty
import data.aims.lib.scope

default suppliers := null

suppliers := input.organization.suppliers

verdict := duty.each({
	"concerns": scope.everyone,
	"what": "the external services",
	"one": "The supplier",
	"entries": suppliers,
	"at": "/organization/suppliers",
	"name": "name",
	"needs": {"service": "what is supplied", "owner": "an owner", "control": "how it is kept in check"},
	"mayBeEmpty": true,
})
