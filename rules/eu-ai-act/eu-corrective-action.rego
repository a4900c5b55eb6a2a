# METADATA
# title: A system that does not conform is corrected
# description: >-
#   The provider of a deployed high-risk system has a procedure to correct, withdraw or disable a system that does not
#   conform, and to tell deployers and authorities.
# custom:
#   id: eu-corrective-action
#   subject: system
#   controls: [eu-ai-act:Art. 20, eu-ai-act:Art. 20(1)]
#   severity: high
#   remediation: >-
#     Set up the procedure and record it under regulatory.euAiAct.correctiveAction with state, completedOn and the
#     evidence record.
#   parameters: []
#   duty: practice
#   concerns: From the day on which Art. 20 applies.
package aims.rules.eu_corrective_action

import data.aims.lib.duty
import data.aims.lib.law

default record := {}

record := input.system.regulatory.euAiAct.correctiveAction

verdict := duty.practice({
	"concerns": law.provider("art-20"),
	"name": "The procedure for corrective action",
	"record": record,
	"at": "/system/regulatory/euAiAct/correctiveAction",
	"obligatory": "the provider of a high-risk system",
})
