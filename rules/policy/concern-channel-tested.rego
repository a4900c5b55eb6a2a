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

default channel := {}

channel := input.organization.concerns

ways := {
	"testedOn": {"name": "The channel for concerns", "made": "tried out"},
	"reviewedOn": {"name": "The log of concerns", "made": "gone through"},
}

# The later of the two days, with its field.
last := max({[object.get(channel, field, ""), field] | some field, _ in ways})

verdict := duty.fresh({
	"concerns": scope.everyone,
	"name": ways[last[1]].name,
	"made": ways[last[1]].made,
	"on": last[0],
	"at": sprintf("/organization/concerns/%s", [last[1]]),
	"maxAgeDays": data.params["concern-channel-test-max-age"],
})
