# METADATA
# title: What customers say is gone through
# description: >-
#   Somebody went through the feedback of customers about AI, recently enough.
# custom:
#   id: customer-feedback-reviewed
#   subject: organization
#   controls: [iso42001:A.10.4]
#   severity: low
#   remediation: >-
#     Go through the feedback of customers, and record the day under customerFeedback.reviewedOn.
#   parameters: [customer-feedback-review-max-age]
#   duty: review
package aims.rules.customer_feedback_reviewed

import data.aims.lib.duty
import data.aims.lib.scope

default feedback := {}

feedback := input.organization.customerFeedback

verdict := duty.review({
	"concerns": scope.making,
	"name": "the feedback of customers",
	"record": feedback,
	"at": "/organization/customerFeedback",
	"maxAgeDays": data.params["customer-feedback-review-max-age"],
})
