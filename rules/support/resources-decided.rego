# METADATA
# title: Resources for the AI management system are decided
# description: >-
#   It is recorded which resources were decided for the AI management system, by whom, and when; recently enough.
# custom:
#   id: resources-decided
#   subject: organization
#   controls: [iso42001:7.1]
#   severity: medium
#   remediation: >-
#     Decide about people, money, tools and time at least as often as the limit demands, and record resources.decision,
#     resources.decidedBy and resources.decidedOn.
#   parameters: [resource-decision-max-age]
#   duty: given
#   states:
#     violation: >-
#       The decision is dated in the future.
#     stale: >-
#       The decision is older than the limit allows.
#     observed: >-
#       The decision is recent enough.
package aims.rules.resources_decided

import data.aims.lib.duty
import data.aims.lib.scope

default resources := {}

resources := input.organization.resources

verdict := duty.given({
	"concerns": scope.everyone,
	"name": "The provision of resources",
	"record": resources,
	"at": "/organization/resources",
	"needs": {"decision": "a decision", "decidedBy": "who decided", "decidedOn": "the day of the decision"},
	"also": duty.recent({
		"name": "The decision about resources",
		"made": "made",
		"on": object.get(resources, "decidedOn", ""),
		"at": "/organization/resources/decidedOn",
		"maxAgeDays": data.params["resource-decision-max-age"],
	}),
})
