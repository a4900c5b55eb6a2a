# METADATA
# title: Technical documentation with every item of Annex IV
# description: >-
#   The provider of a deployed high-risk system has drawn up technical documentation that holds every item of Annex IV.
# custom:
#   id: eu-technical-documentation
#   subject: system
#   controls: [eu-ai-act:Art. 11, eu-ai-act:Art. 11(1), eu-ai-act:Annex IV 1, eu-ai-act:Annex IV 2, eu-ai-act:Annex IV 3, eu-ai-act:Annex IV 4, eu-ai-act:Annex IV 5, eu-ai-act:Annex IV 6, eu-ai-act:Annex IV 7, eu-ai-act:Annex IV 8, eu-ai-act:Annex IV 9]
#   severity: high
#   remediation: >-
#     Complete the technical documentation and record under regulatory.euAiAct its state (technicalDocumentation) and
#     the items of Annex IV that it holds (annexIVItems).
#   parameters: []
#   duty: practices
#   concerns: From the day on which Art. 11 applies.
#   states:
#     violation: >-
#       Something of the documentation is recorded as not done, as not applicable, or as completed on a day in the
#       future.
#     stale: >-
#       Something of the documentation was valid until a day that has passed.
#     missing: >-
#       Nobody recorded how far it got or what the documents cover, or the state is recorded as unknown.
#     pending: >-
#       It is under way, or something that the law names is not among what the documents cover.
#     observed: >-
#       It is done, and covers all that the law names.
package aims.rules.eu_technical_documentation

import data.aims.lib.duty
import data.aims.lib.law

default act := {}

act := input.system.regulatory.euAiAct

concerned := law.provider("art-11")

verdict := aside if {
	aside := duty.outside(concerned)
} else := duty.within(concerned, duty.all_of([technical_documentation, covered]))

technical_documentation := law.done({
	"name": "The technical documentation",
	"record": object.get(act, "technicalDocumentation", {}),
	"at": "/system/regulatory/euAiAct/technicalDocumentation",
	"obligatory": "the provider of a high-risk system",
})

covered := duty.covered({
	"name": "The technical documentation",
	"parts": data.reference.eu_ai_act.elements["annex-iv"],
	"present": object.get(act, "annexIVItems", null),
	"at": "/system/regulatory/euAiAct/annexIVItems",
})
