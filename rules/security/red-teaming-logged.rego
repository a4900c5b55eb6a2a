# METADATA
# title: A red team tried the system
# description: >-
#   A system of high risk in use was attacked by a red team, recently enough, and an evidence record says what was
#   found.
# custom:
#   id: red-teaming-logged
#   subject: system
#   controls: [iso42001:A.6.2.4]
#   severity: high
#   remediation: >-
#     Let people who did not build the system look for misuse and harm, and record it under practices.redTeaming:
#     state, completedOn and the evidence record of what they found. Where it cannot be, say not-applicable and note
#     why.
#   parameters: [security-test-max-age]
#   duty: exercise
package aims.rules.red_teaming_logged

import data.aims.lib.duty
import data.aims.lib.scope

default record := {}

record := input.system.practices.redTeaming

verdict := duty.exercise({
	"concerns": scope.all_of([scope.in_use, scope.high_risk]),
	"name": "The red-team exercise",
	"record": record,
	"at": "/system/practices/redTeaming",
	"maxAgeDays": data.params["security-test-max-age"],
	"excusable": true,
})
