# METADATA
# title: Communication about the AI management system is planned
# description: >-
#   For each subject of communication, inside and outside, it is recorded when, with whom and how.
# custom:
#   id: communication-planned
#   subject: organization
#   controls: [iso42001:7.4]
#   severity: low
#   remediation: >-
#     Record for each entry of communications: what, when, audience and channel.
#   parameters: []
#   duty: each
package aims.rules.communication_planned

import data.aims.lib.duty
import data.aims.lib.scope

default communications := null

communications := input.organization.communications

verdict := duty.each({
	"concerns": scope.everyone,
	"what": "planned communications",
	"one": "The communication",
	"entries": communications,
	"at": "/organization/communications",
	"name": "what",
	"needs": {"when": "a time", "audience": "an audience", "channel": "a channel"},
})
