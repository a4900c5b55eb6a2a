# METADATA
# title: Provider and system are registered
# description: >-
#   The provider of a deployed high-risk system of Annex III registered itself and the system in the EU database.
#   Systems of critical infrastructure are registered with the Member State.
# custom:
#   id: eu-registration
#   subject: system
#   controls: [eu-ai-act:Art. 49, eu-ai-act:Art. 49(1)]
#   severity: high
#   remediation: >-
#     Register and record it under regulatory.euAiAct.registration with state, completedOn and the evidence record.
#   parameters: []
#   duty: practice
#   concerns: Systems of Annex III. From the day on which Art. 49 applies.
#   states:
#     missing: >-
#       Both readings of the law are named while only one of them binds.
#     pending: >-
#       Or only one of two readings of the law binds yet: then what is lacking in a registration that is begun stands here.
package aims.rules.eu_registration

import data.aims.lib.duty
import data.aims.lib.law
import data.aims.lib.scope

default record := {}

record := input.system.regulatory.euAiAct.registration

verdict := law.as_read("art-49", duty.practice({
	"concerns": scope.all_of([law.provider("art-49"), by_use]),
	"name": "The registration",
	"record": record,
	"at": "/system/regulatory/euAiAct/registration",
	"obligatory": "the provider of a high-risk system of Annex III",
}))

by_use := {"unclear": set(), "inapplicable": {duty.item("/system/regulatory/euAiAct/annexI", "The system is high-risk by Annex I alone; the rule concerns systems of Annex III.") |
	law.act.annexI
	not law.act.annexIII
}}
