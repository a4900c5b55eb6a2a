# METADATA
# title: The AI policy is reviewed at planned intervals
# description: >-
#   Somebody reviewed the AI policy recently enough, whether or not it was changed.
# custom:
#   id: policy-reviewed
#   subject: organization
#   controls: [iso42001:A.2.4]
#   severity: high
#   remediation: >-
#     Review the AI policy at least as often as the limit demands, and record policy.reviewedOn and policy.reviewedBy.
#   parameters: [ai-policy-review-max-age]
#   duty: review
package aims.rules.policy_reviewed

import data.aims.lib.duty
import data.aims.lib.scope

default policy := {}

policy := input.organization.policy

verdict := duty.review({
	"concerns": scope.everyone,
	"name": "the AI policy",
	"record": policy,
	"at": "/organization/policy",
	"maxAgeDays": data.params["ai-policy-review-max-age"],
})
