# METADATA
# title: The system is used as its instructions say
# description: >-
#   The deployer of a high-risk system took technical and organizational steps by which its use follows the instructions
#   for use.
# custom:
#   id: eu-use-as-instructed
#   subject: system
#   controls: [eu-ai-act:Art. 26, eu-ai-act:Art. 26(1)]
#   severity: high
#   remediation: >-
#     Compare the use with the instructions of the provider, settle who does what, and record it under
#     regulatory.euAiAct.useAsInstructed with state, completedOn and the evidence record.
#   parameters: []
#   duty: practice
#   concerns: >-
#     Deployed high-risk systems of which the organization is the deployer, from the day on which Art. 26 applies.
package aims.rules.eu_use_as_instructed

import data.aims.lib.duty
import data.aims.lib.law

default record := {}

record := input.system.regulatory.euAiAct.useAsInstructed

verdict := duty.practice({
	"concerns": law.deployer("art-26"),
	"name": "The use by the instructions",
	"record": record,
	"at": "/system/regulatory/euAiAct/useAsInstructed",
	"obligatory": "the deployer of a high-risk system",
})
