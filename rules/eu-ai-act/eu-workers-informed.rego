# METADATA
# title: Workers know of the system before it is used
# description: >-
#   The deployer of a high-risk system that it uses at a workplace told the workers concerned, and those who represent
#   them, before.
# custom:
#   id: eu-workers-informed
#   subject: system
#   controls: [eu-ai-act:Art. 26(7)]
#   severity: medium
#   remediation: >-
#     Tell them, and record it under regulatory.euAiAct.workersInformed with state, completedOn and the evidence record;
#     record under workplaceUse whether the system is used at a workplace.
#   parameters: []
#   duty: practice
#   concerns: Systems that the organization uses at a workplace. From the day on which Art. 26 applies.
#   states:
#     missing: >-
#       Whether the system is used at a workplace is blank or recorded as unknown: then nothing else is said.
package aims.rules.eu_workers_informed

import data.aims.lib.duty
import data.aims.lib.law
import data.aims.lib.scope

default act := {}

act := input.system.regulatory.euAiAct

verdict := duty.practice({
	"concerns": scope.all_of([law.deployer("art-26.7"), at_work]),
	"name": "The information of workers",
	"record": object.get(act, "workersInformed", {}),
	"at": "/system/regulatory/euAiAct/workersInformed",
	"obligatory": "an employer that uses a high-risk system",
})

at_work := law.concerning({
	"what": "whether the system is used at a workplace",
	"value": object.get(act, "workplaceUse", ""),
	"at": "/system/regulatory/euAiAct/workplaceUse",
	"no": "The system is recorded as not used at a workplace; the rule concerns systems that are.",
})
