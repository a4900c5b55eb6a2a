# METADATA
# title: Each process of the AI management system has an owner
# description: >-
#   The processes of the AI management system are listed, each with what it is for and who answers for it.
# custom:
#   id: processes-owned
#   subject: organization
#   controls: [iso42001:4.4]
#   severity: medium
#   remediation: >-
#     List the processes under processes, each with name, purpose and owner.
#   parameters: []
#   duty: each
package aims.rules.processes_owned

import data.aims.lib.duty
import data.aims.lib.scope

default processes := null

processes := input.organization.processes

verdict := duty.each({
	"concerns": scope.everyone,
	"what": "the processes of the AI management system",
	"one": "The process",
	"entries": processes,
	"at": "/organization/processes",
	"name": "name",
	"needs": {"owner": "an owner", "purpose": "what it is for"},
})
