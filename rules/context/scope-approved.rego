# METADATA
# title: The scope of the AI management system is approved
# description: >-
#   The statement of scope has a version, and it is recorded who approved it and when.
# custom:
#   id: scope-approved
#   subject: organization
#   controls: [iso42001:4.3]
#   severity: high
#   remediation: >-
#     Have the statement of scope approved, and record statement, version, approvedBy and decidedOn under scope in the
#     descriptor of the organization.
#   parameters: []
#   duty: given
#   states:
#     violation: >-
#       The approval is dated in the future.
#     missing: >-
#       The date of the approval cannot be read.
package aims.rules.scope_approved

import data.aims.lib.duty
import data.aims.lib.scope

default statement := {}

statement := input.organization.scope

verdict := duty.given({
	"concerns": scope.everyone,
	"name": "The scope of the AI management system",
	"record": statement,
	"at": "/organization/scope",
	"needs": {
		"statement": "a statement",
		"version": "a version",
		"approvedBy": "who approved it",
		"decidedOn": "the day of the approval",
	},
	"also": duty.dated({
		"name": "The scope of the AI management system",
		"made": "approved",
		"on": object.get(statement, "decidedOn", ""),
		"at": "/organization/scope/decidedOn",
	}),
})
