# METADATA
# title: Recorded hosting agrees with the infrastructure code
# description: >-
#   For every system in a pilot or in use that the organization builds somebody compared the record of hosting and compute with the
#   infrastructure code, recently enough, and found that they agree.
# custom:
#   id: hosting-agrees-with-code
#   subject: system
#   controls: [iso42001:A.4.5]
#   severity: low
#   remediation: >-
#     Compare resources.hosting and resources.compute with the infrastructure code, correct what differs, and record agrees
#     and comparedOn under resources.hostingComparison.
#   parameters: [hosting-comparison-max-age]
#   duty: compared
package aims.rules.hosting_agrees_with_code

import data.aims.lib.duty
import data.aims.lib.scope

default comparison := {}

comparison := input.system.resources.hostingComparison

verdict := duty.compared({
	"concerns": scope.all_of([scope.in_use, scope.developed]),
	"name": "The comparison of hosting with the infrastructure code",
	"record": comparison,
	"at": "/system/resources/hostingComparison",
	"maxAgeDays": data.params["hosting-comparison-max-age"],
})
