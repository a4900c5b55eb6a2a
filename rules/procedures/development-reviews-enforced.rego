# METADATA
# title: Reviews in development are enforced
# description: >-
#   No system gets past the reviews and checks that its development has to pass, and somebody checked that, recently enough.
# custom:
#   id: development-reviews-enforced
#   subject: organization
#   controls: [iso42001:A.6.1.3]
#   severity: high
#   remediation: >-
#     Enforce each review by what nobody can get past, such as a protected branch with a mandatory approval, and record it
#     under procedures.development.reviews: what, by, enforced and checkedOn.
#   parameters: [review-enforcement-check-max-age]
#   duty: each
#   states:
#     violation: >-
#       Or a review is recorded as not enforced, or the day of its check lies in the future.
#     stale: >-
#       Somebody last checked that a review is enforced longer ago than the limit allows.
#     missing: >-
#       Or nobody recorded whether a review is enforced, or when somebody checked it; or it is recorded as unknown.
#     observed: >-
#       It is enforced, and that was checked recently enough.
package aims.rules.development_reviews_enforced

import data.aims.lib.duty
import data.aims.lib.scope

default reviews := null

reviews := input.organization.procedures.development.reviews

verdict := duty.each({
	"concerns": scope.making,
	"what": "the reviews in development",
	"one": "The review",
	"entries": reviews,
	"at": "/organization/procedures/development/reviews",
	"name": "what",
	"needs": {"by": "what enforces it"},
	"also": duty.all_of(checks(data.params["review-enforcement-check-max-age"])),
})

checks(limit) := [outcome |
	some number, review in reviews
	name := duty.named("The review", review, "what")
	at := sprintf("/organization/procedures/development/reviews/%d", [number])
	some outcome in [enforced(review, name, concat("", [at, "/enforced"])), duty.recent({
		"name": name,
		"made": "checked",
		"on": object.get(review, "checkedOn", ""),
		"at": concat("", [at, "/checkedOn"]),
		"maxAgeDays": limit,
	})]
]

enforced(review, name, at) := duty.answer({
	"what": sprintf("whether %s is enforced", [duty.inner(name)]),
	"value": object.get(review, "enforced", ""),
	"at": at,
	"yes": sprintf("%s is enforced.", [name]),
	"no": sprintf("%s is recorded as not enforced.", [name]),
})
