# METADATA
# title: The AI management system gets better
# description: >-
#   At least one improvement of the AI management system was put in place, recently enough.
# custom:
#   id: improvement-closed
#   subject: organization
#   controls: [iso42001:10.1]
#   severity: low
#   remediation: >-
#     Put an improvement in place, and record it under improvements with the day under closedOn.
#   parameters: [improvement-max-age]
#   duty: repeated
#   states:
#     pending: >-
#       Improvements are recorded, and none of them is in place.
package aims.rules.improvement_closed

import data.aims.lib.duty
import data.aims.lib.scope

default improvements := null

improvements := input.organization.improvements

verdict := duty.repeated({
	"concerns": scope.everyone,
	"what": "the improvements",
	"one": "The improvement",
	"name": "what",
	"made": "put in place",
	"day": "closedOn",
	"entries": improvements,
	"at": "/organization/improvements",
	"undated": "pending",
	"maxAgeDays": data.params["improvement-max-age"],
})
