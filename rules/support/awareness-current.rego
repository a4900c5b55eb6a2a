# METADATA
# title: People know the AI policy and their part in it
# description: >-
#   The last campaign of awareness reached enough of the people whose work touches AI, recently enough.
# custom:
#   id: awareness-current
#   subject: organization
#   controls: [iso42001:7.3]
#   severity: medium
#   remediation: >-
#     Reach everybody whose work touches AI, repeat it at least as often as the limit demands, and record
#     awareness.people, awareness.reached and awareness.completedOn.
#   parameters: [awareness-share, awareness-max-age]
#   duty: share
#   states:
#     violation: >-
#       The campaign is dated in the future.
#     stale: >-
#       The last campaign is longer ago than the limit allows.
#     missing: >-
#       Nobody recorded when the last campaign was completed, or the day cannot be read.
#     observed: >-
#       The last campaign is recent enough.
package aims.rules.awareness_current

import data.aims.lib.duty
import data.aims.lib.scope

default awareness := {}

awareness := input.organization.awareness

verdict := duty.share({
	"concerns": scope.everyone,
	"name": "The last campaign of awareness",
	"verb": "reached",
	"of": "people whose work touches AI",
	"part": object.get(awareness, "reached", null),
	"whole": object.get(awareness, "people", null),
	"least": data.params["awareness-share"],
	"at": "/organization/awareness",
	"also": duty.recent({
		"name": "The last campaign of awareness",
		"made": "completed",
		"once": true,
		"on": object.get(awareness, "completedOn", ""),
		"at": "/organization/awareness/completedOn",
		"maxAgeDays": data.params["awareness-max-age"],
	}),
})
