# METADATA
# title: The management review dealt with all its inputs
# description: >-
#   The minutes of the last management review deal with everything that such a review has to look at.
# custom:
#   id: management-review-inputs
#   subject: organization
#   controls: [iso42001:9.3.2]
#   severity: medium
#   remediation: >-
#     Deal with what is left out, at the next review at the latest, and record the headings of the minutes under inputs.
#   parameters: []
#   duty: covers
#   states:
#     violation: >-
#       The list of reviews is recorded as empty.
#     missing: >-
#       Or nobody recorded the reviews, or on which day any of them was held.
#     observed: >-
#       That holds for the last review.
package aims.rules.management_review_inputs

import data.aims.lib.duty
import data.aims.lib.scope

default reviews := null

reviews := input.organization.managementReviews

list := {"what": "the management reviews", "entries": reviews, "at": "/organization/managementReviews", "day": "on"}

verdict := duty.within(scope.everyone, duty.all_of(minutes | {duty.unlisted(list), says}))

says.missing contains duty.item(list.at, "No management review has a day, so that nobody can tell which is the last.") if {
	count(reviews) > 0
	count(duty.last_of(list)) == 0
}

minutes contains duty.covered({
	"name": duty.named("The management review", reviews[number], "title"),
	"parts": data.reference.management_review.inputs,
	"present": object.get(reviews[number], "inputs", null),
	"at": sprintf("%s/%d/inputs", [list.at, number]),
}) if {
	some number in duty.last_of(list)
}
