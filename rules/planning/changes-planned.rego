# METADATA
# title: Changes of the AI management system are planned
# description: >-
#   Each change of the AI management system is recorded with its reason, who approved it, and what it leads to.
# custom:
#   id: changes-planned
#   subject: organization
#   controls: [iso42001:6.3]
#   severity: medium
#   remediation: >-
#     Record for each entry of changes: what, on, why, approvedBy and effect. Where nothing was changed, record an empty
#     list.
#   parameters: []
#   duty: each
package aims.rules.changes_planned

import data.aims.lib.duty
import data.aims.lib.scope

default changes := null

changes := input.organization.changes

verdict := duty.each({
	"concerns": scope.everyone,
	"what": "the changes of the AI management system",
	"one": "The change",
	"entries": changes,
	"at": "/organization/changes",
	"name": "what",
	"needs": {"on": "a date", "why": "a reason", "approvedBy": "who approved it", "effect": "what it leads to"},
	"mayBeEmpty": true,
})
