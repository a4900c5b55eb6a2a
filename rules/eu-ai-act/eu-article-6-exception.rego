# METADATA
# title: An exception from high risk has its reasons
# description: >-
#   Where a use of Annex III is held not to be high-risk, the record says by which ground and why, the assessment was
#   written down before release, and the system profiles nobody.
# custom:
#   id: eu-article-6-exception
#   subject: system
#   controls: [eu-ai-act:Art. 6(3), eu-ai-act:Art. 6(4)]
#   severity: high
#   remediation: >-
#     Write the assessment down and record under regulatory.euAiAct: article6Exception (the ground), article6Reason,
#     article6Assessment with its state and evidence record, and profiling. A system that profiles people is high-risk:
#     record it so.
#   parameters: []
#   duty: practices
#   concerns: >-
#     Systems that are not retired and for which an exception under Art. 6(3) is recorded, from the day on which Art. 6
#     applies.
#   states:
#     violation: >-
#       The system profiles natural persons; or the assessment is recorded as not done, as not applicable or as
#       completed on a day in the future.
#     stale: >-
#       The assessment was valid until a day that has passed.
#     missing: >-
#       The assessment, the reason or the answer about profiling is blank or recorded as unknown.
#     pending: >-
#       The assessment is under way.
#     observed: >-
#       The assessment is done.
package aims.rules.eu_article_6_exception

import data.aims.lib.duty
import data.aims.lib.law
import data.aims.lib.scope

default act := {}

act := input.system.regulatory.euAiAct

concerned := scope.all_of([law.in_force("art-6.3"), excepted, scope.not_retired])

verdict := aside if {
	aside := duty.outside(concerned)
} else := duty.within(concerned, duty.all_of([assessed, reason, profiling, says]))

excepted := {"unclear": set(), "inapplicable": {duty.item("/system/regulatory/euAiAct/article6Exception", "No exception under Art. 6(3) is recorded; the rule concerns systems with one.") |
	not act.article6Exception
}}

assessed := law.done({
	"name": "The written assessment of the exception",
	"record": object.get(act, "article6Assessment", {}),
	"at": "/system/regulatory/euAiAct/article6Assessment",
	"obligatory": "an exception under Art. 6(3)",
})

reason := duty.blank({
	"what": "why the exception holds",
	"value": object.get(act, "article6Reason", ""),
	"at": "/system/regulatory/euAiAct/article6Reason",
})

profiling := duty.blank({
	"what": "whether the system profiles natural persons",
	"value": object.get(act, "profiling", ""),
	"at": "/system/regulatory/euAiAct/profiling",
})

says.violation contains duty.item("/system/regulatory/euAiAct/profiling", "The system profiles natural persons, so that no exception is open to it.") if {
	act.profiling == "yes"
}
