# METADATA
# title: Instructions for use tell deployers what they need
# description: >-
#   The provider of a deployed high-risk system hands instructions for use to deployers, with everything that the law
#   names for them.
# custom:
#   id: eu-instructions-for-use
#   subject: system
#   controls: [eu-ai-act:Art. 13, eu-ai-act:Art. 13(2), eu-ai-act:Art. 13(3)]
#   severity: high
#   remediation: >-
#     Write the instructions for use and record under regulatory.euAiAct their state (instructions) and what they tell
#     (instructionsContents).
#   parameters: []
#   duty: practices
#   concerns: From the day on which Art. 13 applies.
#   states:
#     violation: >-
#       Something of the instructions is recorded as not done, as not applicable, or as completed on a day in the
#       future.
#     stale: >-
#       Something of the instructions was valid until a day that has passed.
#     missing: >-
#       Nobody recorded how far it got or what the instructions cover, or the state is recorded as unknown.
#     pending: >-
#       It is under way, or something that the law names is not among what the instructions cover.
#     observed: >-
#       It is done, and covers all that the law names.
package aims.rules.eu_instructions_for_use

import data.aims.lib.duty
import data.aims.lib.law

default act := {}

act := input.system.regulatory.euAiAct

concerned := law.provider("art-13")

verdict := aside if {
	aside := duty.outside(concerned)
} else := duty.within(concerned, duty.all_of([instructions, covered]))

instructions := law.done({
	"name": "The work on the instructions for use",
	"record": object.get(act, "instructions", {}),
	"at": "/system/regulatory/euAiAct/instructions",
	"obligatory": "the provider of a high-risk system",
})

covered := duty.covered({
	"name": "The text of the instructions for use",
	"parts": data.reference.eu_ai_act.elements["art-13.3"],
	"present": object.get(act, "instructionsContents", null),
	"at": "/system/regulatory/euAiAct/instructionsContents",
})
