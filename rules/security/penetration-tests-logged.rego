# METADATA
# title: Somebody tried to break into the system
# description: >-
#   A system of high risk in use passed through a penetration test, recently enough, and an evidence record says
#   what was found.
# custom:
#   id: penetration-tests-logged
#   subject: system
#   controls: [iso42001:A.6.2.4]
#   severity: high
#   remediation: >-
#     Have the system and what it runs on tested by attempts to break in, and record it under
#     practices.penetrationTesting: state, completedOn and the evidence record of the findings. Where it cannot be,
#     say not-applicable and note why.
#   parameters: [security-test-max-age]
#   duty: exercise
package aims.rules.penetration_tests_logged

import data.aims.lib.duty
import data.aims.lib.scope

default record := {}

record := input.system.practices.penetrationTesting

verdict := duty.exercise({
	"concerns": scope.all_of([scope.in_use, scope.high_risk]),
	"name": "The penetration test",
	"record": record,
	"at": "/system/practices/penetrationTesting",
	"maxAgeDays": data.params["security-test-max-age"],
	"excusable": true,
})
