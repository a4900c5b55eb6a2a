# METADATA
# title: The context of the organization is analysed and reviewed
# description: >-
#   Issues inside and outside of the organization that bear on its AI systems are recorded, and somebody reviewed them
#   recently enough.
# custom:
#   id: context-reviewed
#   subject: organization
#   controls: [iso42001:4.1]
#   severity: medium
#   remediation: >-
#     Record the issues under context.internalIssues and context.externalIssues, go through them at least as often as the
#     limit demands, and record context.reviewedOn and context.reviewedBy.
#   parameters: [context-review-max-age]
#   duty: review
#   states:
#     missing: >-
#       No issues are recorded.
#     pending: >-
#       Issues are recorded of the inside only, or of the outside only.
#     observed: >-
#       Issues of both kinds are recorded.
package aims.rules.context_reviewed

import data.aims.lib.duty
import data.aims.lib.scope

default context := {}

context := input.organization.context

verdict := duty.review({
	"concerns": scope.everyone,
	"name": "the analysis of the context",
	"record": context,
	"at": "/organization/context",
	"maxAgeDays": data.params["context-review-max-age"],
	"also": duty.recorded({
		"name": "The analysis of the context",
		"record": context,
		"at": "/organization/context",
		"needs": {"internalIssues": "internal issues", "externalIssues": "external issues"},
	}),
})
