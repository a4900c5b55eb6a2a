# METADATA
# title: Users can give feedback
# description: >-
#   Users of a system in use can say what they think of it, somebody reads that, and this was confirmed recently
#   enough.
# custom:
#   id: feedback-route-open
#   subject: system
#   controls: [iso42001:A.8.3, iso42001:A.10.4]
#   severity: medium
#   remediation: >-
#     Open a way for feedback, see to it that somebody reads it, and record it under practices.feedback: state,
#     completedOn (the day of the last confirmation) and the evidence record.
#   parameters: [feedback-max-age]
#   duty: practice
package aims.rules.feedback_route_open

import data.aims.lib.duty
import data.aims.lib.scope

default record := {}

record := input.system.practices.feedback

verdict := duty.practice({
	"concerns": scope.in_use,
	"name": "The confirmation of the way for feedback",
	"record": record,
	"at": "/system/practices/feedback",
	"maxAgeDays": data.params["feedback-max-age"],
	"obligatory": "every system in use",
})
