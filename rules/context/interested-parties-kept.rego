# METADATA
# title: The register of interested parties is kept
# description: >-
#   The register has an owner and was reviewed recently enough. Each interested party is recorded with its requirements
#   and the decision whether the AI management system takes them on.
# custom:
#   id: interested-parties-kept
#   subject: organization
#   controls: [iso42001:4.2]
#   severity: medium
#   remediation: >-
#     Record each party under interestedParties.parties with requirements and adopted, and under interestedParties the
#     owner, reviewedOn and reviewedBy. Go through the register at least as often as the limit demands.
#   parameters: [interested-parties-review-max-age]
#   duty: each
#   states:
#     violation: >-
#       The review is dated in the future.
#     stale: >-
#       The last review is longer ago than the limit allows.
#     missing: >-
#       The register has no owner, or nobody recorded a review.
#     pending: >-
#       A reviewer is named, but no date of the review.
#     observed: >-
#       The register has an owner, and the last review is recent enough.
package aims.rules.interested_parties_kept

import data.aims.lib.duty
import data.aims.lib.scope

default register := {}

register := input.organization.interestedParties

verdict := duty.each({
	"concerns": scope.everyone,
	"what": "the interested parties",
	"one": "The party",
	"entries": object.get(register, "parties", null),
	"at": "/organization/interestedParties/parties",
	"name": "name",
	"needs": {"requirements": "its requirements", "adopted": "a decision what is taken on"},
	"also": duty.all_of([
		duty.filled({
			"what": "who owns the register of interested parties",
			"value": object.get(register, "owner", ""),
			"at": "/organization/interestedParties/owner",
			"said": sprintf("%s owns the register of interested parties.", [object.get(register, "owner", "")]),
		}),
		duty.reviewed({
			"name": "the register of interested parties",
			"record": register,
			"at": "/organization/interestedParties",
			"maxAgeDays": data.params["interested-parties-review-max-age"],
		}),
	]),
})
