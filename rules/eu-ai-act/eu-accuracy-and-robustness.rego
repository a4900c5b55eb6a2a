# METADATA
# title: Accuracy is declared, and robustness and cybersecurity are seen to
# description: >-
#   The provider of a deployed high-risk system declares metrics of accuracy, and has measures against errors and faults
#   and against attacks.
# custom:
#   id: eu-accuracy-and-robustness
#   subject: system
#   controls: [eu-ai-act:Art. 15, eu-ai-act:Art. 15(3), eu-ai-act:Art. 15(4), eu-ai-act:Art. 15(5)]
#   severity: high
#   remediation: >-
#     Record under regulatory.euAiAct the metrics that the instructions for use declare (accuracyMetrics), and the
#     measures under robustness and cybersecurity with state, completedOn and the evidence record.
#   parameters: []
#   duty: practices
#   concerns: From the day on which Art. 15 applies.
#   states:
#     violation: >-
#       Something of the measures is recorded as not done, as not applicable, or as completed on a day in the future. Or
#       the list of metrics is empty.
#     stale: >-
#       Something of the measures was valid until a day that has passed.
#     missing: >-
#       Nobody recorded the metrics or one of the measures, or a state is recorded as unknown.
#     pending: >-
#       A measure is under way.
#     observed: >-
#       The metrics are recorded and the measures done.
package aims.rules.eu_accuracy_and_robustness

import data.aims.lib.duty
import data.aims.lib.law

default act := {}

act := input.system.regulatory.euAiAct

concerned := law.provider("art-15")

verdict := aside if {
	aside := duty.outside(concerned)
} else := duty.within(concerned, duty.all_of([robustness, cybersecurity, metrics]))

robustness := law.done({
	"name": "The protection against errors and faults",
	"record": object.get(act, "robustness", {}),
	"at": "/system/regulatory/euAiAct/robustness",
	"obligatory": "the provider of a high-risk system",
})

cybersecurity := law.done({
	"name": "The protection against attacks",
	"record": object.get(act, "cybersecurity", {}),
	"at": "/system/regulatory/euAiAct/cybersecurity",
	"obligatory": "the provider of a high-risk system",
})

metrics := duty.listed({
	"what": "which metrics of accuracy are declared",
	"entries": "declared metrics of accuracy",
	"value": object.get(act, "accuracyMetrics", null),
	"at": "/system/regulatory/euAiAct/accuracyMetrics",
})
