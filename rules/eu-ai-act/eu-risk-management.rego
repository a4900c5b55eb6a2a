# METADATA
# title: Risk management runs for the system
# description: >-
#   The provider of a deployed high-risk system runs risk management for it, and the last risk assessment rates what
#   risk is left and names who accepted it.
# custom:
#   id: eu-risk-management
#   subject: system
#   controls: [eu-ai-act:Art. 9, eu-ai-act:Art. 9(1), eu-ai-act:Art. 9(2), eu-ai-act:Art. 9(5)]
#   severity: critical
#   remediation: >-
#     Set up risk management and record it under regulatory.euAiAct.riskManagement; record under risk.assessments each
#     assessment with its residual rating and, under acceptedBy, who accepted what is left.
#   parameters: []
#   duty: practices
#   concerns: From the day on which Art. 9 applies.
#   states:
#     violation: >-
#       Risk management is recorded as not done or not applicable, or the list of risk assessments is empty.
#     stale: >-
#       Risk management was valid until a day that has passed.
#     missing: >-
#       Nobody recorded risk management or a risk assessment.
#     pending: >-
#       Risk management is under way, or the last risk assessment in the list lacks the residual risk or who accepted
#       it.
#     observed: >-
#       Risk management is done and the assessments are there.
package aims.rules.eu_risk_management

import data.aims.lib.duty
import data.aims.lib.law

default record := {}

record := input.system.regulatory.euAiAct.riskManagement

assessments := object.get(input.system, ["risk", "assessments"], null)

concerned := law.provider("art-9")

verdict := aside if {
	aside := duty.outside(concerned)
} else := duty.within(concerned, duty.all_of([managed, listed, says]))

managed := law.done({
	"name": "The risk management",
	"record": record,
	"at": "/system/regulatory/euAiAct/riskManagement",
	"obligatory": "the provider of a high-risk system",
})

listed := duty.listed({
	"what": "any risk assessment",
	"entries": "risk assessments",
	"value": assessments,
	"at": "/system/risk/assessments",
})

says.pending contains duty.item(
	sprintf("/system/risk/assessments/%d", [number]),
	sprintf("The last risk assessment does not say %s.", [lacking]),
) if {
	number := count(assessments) - 1
	assessment := assessments[number]
	some field, lacking in {"residual": "how high the residual risk is", "acceptedBy": "who accepted the residual risk"}
	object.get(assessment, field, "unknown") == "unknown"
}
