# METADATA
# title: The system was tested with inputs made to mislead it
# description: >-
#   A system of high risk in use was tested with adversarial inputs, recently enough, and an evidence record says
#   what came out.
# custom:
#   id: adversarial-tests-logged
#   subject: system
#   controls: [iso42001:A.6.2.4]
#   severity: high
#   remediation: >-
#     Test the system with inputs made to mislead it, and record it under practices.adversarialTesting: state,
#     completedOn and the evidence record of the results. Where it cannot be, say not-applicable and note why.
#   parameters: [security-test-max-age]
#   duty: exercise
package aims.rules.adversarial_tests_logged

import data.aims.lib.duty
import data.aims.lib.scope

default record := {}

record := input.system.practices.adversarialTesting

verdict := duty.exercise({
	"concerns": scope.all_of([scope.in_use, scope.high_risk]),
	"name": "The adversarial test",
	"record": record,
	"at": "/system/practices/adversarialTesting",
	"maxAgeDays": data.params["security-test-max-age"],
	"excusable": true,
})
