# METADATA
# title: The channel for concerns is tried out or its cases gone through
# description: >-
#   Recently enough somebody tried out the channel for concerns about AI, or went through the cases that came in.
# custom:
#   id: concern-channel-tested
#   subject: organization
#   controls: [iso42001:A.3.3]
#   severity: medium
#   remediation: >-
#     Try the channel out, or go through its cases, at least as often as the limit demands, and record concerns.testedOn
#     or concerns.reviewedOn.
#   parameters: [concern-channel-test-max-age]
#   duty: fresh
package aims.rules.concern_channel_tested

import data.aims.lib.duty
import data.aims.lib.scope

default concerns := {}

concerns := input.organization.concerns

made := {"testedOn": "tried out", "reviewedOn": "gone through"}

# The later of the two days, with its field.
last := max({[object.get(concerns, field, ""), field] | some field, _ in made})

verdict := duty.fresh({
	"concerns": scope.everyone,
	"name": "The channel for concerns",
	"made": made[last[1]],
	"on": last[0],
	"at": sprintf("/organization/concerns/%s", [last[1]]),
	"maxAgeDays": data.params["concern-channel-test-max-age"],
})
