# METADATA
# title: People acknowledged the AI policy
# description: >-
#   Of the people who were asked to acknowledge the AI policy, enough did, recently enough.
# custom:
#   id: policy-acknowledged
#   subject: organization
#   controls: [iso42001:5.2]
#   severity: medium
#   remediation: >-
#     Ask everybody whose work touches AI to acknowledge the policy, and record policy.acknowledgements: asked, given and
#     countedOn. Ask again those who did not, and count anew before the figures are older than the limit.
#   parameters: [policy-acknowledgement-share, policy-acknowledgement-max-age]
#   duty: share
#   states:
#     violation: >-
#       The day of the count lies in the future.
#     stale: >-
#       The count is older than the limit allows.
#     missing: >-
#       Nobody recorded the day of the count, or it cannot be read.
#     observed: >-
#       The count is recent enough.
package aims.rules.policy_acknowledged

import data.aims.lib.duty
import data.aims.lib.scope

default acknowledgements := {}

acknowledgements := input.organization.policy.acknowledgements

verdict := duty.share({
	"concerns": scope.everyone,
	"name": "The AI policy",
	"verb": "was acknowledged by",
	"of": "people who were asked to",
	"part": object.get(acknowledgements, "given", null),
	"whole": object.get(acknowledgements, "asked", null),
	"least": data.params["policy-acknowledgement-share"],
	"at": "/organization/policy/acknowledgements",
	"also": duty.recent({
		"name": "The number of acknowledgements",
		"made": "counted",
		"on": object.get(acknowledgements, "countedOn", ""),
		"at": "/organization/policy/acknowledgements/countedOn",
		"maxAgeDays": data.params["policy-acknowledgement-max-age"],
	}),
})
