# METADATA
# title: Actions of management reviews are carried out in time
# description: >-
#   No action that a management review led to is overdue without a reason.
# custom:
#   id: management-review-actions-in-time
#   subject: organization
#   controls: [iso42001:9.3.3]
#   severity: medium
#   remediation: >-
#     Carry out the action and record the day under doneOn, or record under reason why it is late.
#   parameters: []
#   duty: timely
#   states:
#     violation: >-
#       Or the list of reviews is recorded as empty.
#     missing: >-
#       Or nobody recorded the actions of a review.
package aims.rules.management_review_actions_in_time

import data.aims.lib.duty
import data.aims.lib.scope

default reviews := null

reviews := input.organization.managementReviews

actions := {
	"entries": reviews,
	"at": "/organization/managementReviews",
	"field": "actions",
	"one": "The action",
	"whose": "The management review",
	"name": "title",
	"plans": "its actions",
	"what": "the management reviews",
}

outcome := found if {
	found := duty.unlisted(actions)
	found != {}
} else := duty.all_of([duty.unplanned(actions), duty.in_time({
	"what": "the actions of management reviews",
	"entries": duty.planned(actions),
	"at": actions.at,
})])

verdict := duty.within(scope.everyone, outcome)
