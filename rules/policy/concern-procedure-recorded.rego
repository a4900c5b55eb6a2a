# METADATA
# title: The way to report concerns about AI is documented
# description: >-
#   People know where concerns about AI go, whether they can stay unnamed and how they are protected, and an approved
#   procedure describes it.
# custom:
#   id: concern-procedure-recorded
#   subject: organization
#   controls: [iso42001:A.3.3]
#   severity: high
#   remediation: >-
#     Record under concerns the channel, contact, anonymous and protection, and the procedure as an evidence record for
#     iso42001:A.3.3.
#   parameters: [concern-procedure-max-age]
#   duty: record
#   states:
#     missing: >-
#       Nobody recorded a channel for concerns.
#     pending: >-
#       A part of what belongs to the channel is not recorded.
#     observed: >-
#       The channel is recorded, with contact and protection.
package aims.rules.concern_procedure_recorded

import data.aims.lib.duty
import data.aims.lib.scope

default channel := {}

channel := input.organization.concerns

verdict := duty.record(object.union(data.reference.records["concern-procedure-recorded"], {
	"concerns": scope.everyone,
	"maxAgeDays": data.params["concern-procedure-max-age"],
	"also": duty.recorded({
		"name": "The channel for concerns",
		"record": channel,
		"at": "/organization/concerns",
		"needs": {
			"channel": "where concerns go",
			"contact": "a contact",
			"anonymous": "whether a name has to be given",
			"protection": "how whoever reports is protected",
		},
	}),
}))
