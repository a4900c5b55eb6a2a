# METADATA
# title: Oversight was tried in use
# description: >-
#   Somebody checked, recently enough, that the people who oversee a system that decides can and do step in.
# custom:
#   id: oversight-effective
#   subject: system
#   controls: [iso42001:A.9.2]
#   severity: medium
#   remediation: >-
#     Look at a sample of cases: did people step in where they had to, and could they? Record it under
#     oversight.review: state, completedOn, by and the evidence record.
#   parameters: [oversight-review-max-age]
#   duty: practice
package aims.rules.oversight_effective

import data.aims.lib.duty
import data.aims.lib.scope

default record := {}

record := input.system.oversight.review

verdict := duty.practice({
	"concerns": scope.deciding,
	"name": "The check of oversight",
	"record": record,
	"at": "/system/oversight/review",
	"maxAgeDays": data.params["oversight-review-max-age"],
	"obligatory": "a system that decides by itself",
})
