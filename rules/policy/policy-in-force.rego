# METADATA
# title: An AI policy is approved and in force
# description: >-
#   The AI policy has a version, it is recorded who approved it, and the approval is recent enough.
# custom:
#   id: policy-in-force
#   subject: organization
#   controls: [iso42001:5.2, iso42001:A.2.2]
#   severity: critical
#   remediation: >-
#     Have top management approve the AI policy, and record under policy: state, version, approvedBy, completedOn and
#     validUntil. Have it approved again before it is older than the limit.
#   parameters: [ai-policy-max-age]
#   duty: practice
#   states:
#     missing: >-
#       Neither version nor approver is recorded.
#     pending: >-
#       The version or the approver is not recorded.
#     observed: >-
#       Version and approver are recorded.
package aims.rules.policy_in_force

import data.aims.lib.duty
import data.aims.lib.scope

default policy := {}

policy := input.organization.policy

verdict := duty.practice({
	"concerns": scope.everyone,
	"name": "The approval of the AI policy",
	"record": policy,
	"at": "/organization/policy",
	"obligatory": "every organization that has AI systems",
	"maxAgeDays": data.params["ai-policy-max-age"],
	"also": duty.recorded({
		"name": "The AI policy",
		"record": policy,
		"at": "/organization/policy",
		"needs": {"version": "a version", "approvedBy": "who approved it"},
	}),
})
