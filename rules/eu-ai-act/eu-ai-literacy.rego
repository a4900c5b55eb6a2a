# METADATA
# title: People who work with the system are supported in AI literacy
# description: >-
#   The provider or deployer of a system in use supports the AI literacy of the people who run or use it. Since 27 July
#   2026 the duty is to support it; nobody has to reach a given level.
# custom:
#   id: eu-ai-literacy
#   subject: system
#   controls: [eu-ai-act:Art. 4]
#   severity: medium
#   remediation: >-
#     Train the people who run or oversee the system, in a way that fits what they know and what they use it for, and
#     record it under practices.training. Where their other knowledge is enough, record state not-applicable and why
#     under note.
#   parameters: []
#   duty: practice
#   concerns: Systems of which the organization is the provider or the deployer, of any class.
package aims.rules.eu_ai_literacy

import data.aims.lib.duty
import data.aims.lib.law
import data.aims.lib.scope

default record := {}

record := input.system.practices.training

verdict := duty.practice({
	"concerns": scope.all_of([law.in_force("art-4"), law.provider_or_deployer, scope.deployed]),
	"name": "The support of AI literacy",
	"record": record,
	"at": "/system/practices/training",
	"obligatory": "providers and deployers",
	"excusable": true,
})
