# METADATA
# title: Management reviews lead to decisions and actions
# description: >-
#   Each management review records what was decided, and each action after it has an owner and a day by which it is due.
# custom:
#   id: management-review-decisions
#   subject: organization
#   controls: [iso42001:9.3.3]
#   severity: medium
#   remediation: >-
#     Record what was decided under decisions of the review, and each action with owner and due; where a review led to no
#     action, record an empty list.
#   parameters: []
#   duty: each
#   states:
#     missing: >-
#       Or nobody recorded the actions of a review.
#     pending: >-
#       That includes the actions, each with an owner and a day by which it is due.
package aims.rules.management_review_decisions

import data.aims.lib.duty
import data.aims.lib.scope

default reviews := null

reviews := input.organization.managementReviews

verdict := duty.each({
	"concerns": scope.everyone,
	"what": "the management reviews",
	"one": "The management review",
	"entries": reviews,
	"at": "/organization/managementReviews",
	"name": "title",
	"needs": {"decisions": "a decision"},
	"also": duty.all_of(actions),
})

actions := [duty.entered({
	"what": sprintf("the actions of %s", [duty.inner(duty.named("The management review", review, "title"))]),
	"one": "The action",
	"entries": object.get(review, "actions", null),
	"at": sprintf("/organization/managementReviews/%d/actions", [number]),
	"name": "what",
	"needs": {"owner": "an owner", "due": "a day by which it is due"},
	"mayBeEmpty": true,
}) |
	some number, review in reviews
]
