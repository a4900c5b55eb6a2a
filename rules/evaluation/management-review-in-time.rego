# METADATA
# title: The last management review is recent
# description: >-
#   Top management reviewed the AI management system, recently enough.
# custom:
#   id: management-review-in-time
#   subject: organization
#   controls: [iso42001:9.3.1]
#   severity: high
#   remediation: >-
#     Hold a management review, and record it under managementReviews with its day (on).
#   parameters: [management-review-max-age]
#   duty: repeated
package aims.rules.management_review_in_time

import data.aims.lib.duty
import data.aims.lib.scope

default reviews := null

reviews := input.organization.managementReviews

verdict := duty.repeated({
	"concerns": scope.everyone,
	"what": "the management reviews",
	"one": "The management review",
	"name": "title",
	"made": "held",
	"day": "on",
	"entries": reviews,
	"at": "/organization/managementReviews",
	"maxAgeDays": data.params["management-review-max-age"],
})
