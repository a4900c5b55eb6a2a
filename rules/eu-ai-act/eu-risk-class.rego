# METADATA
# title: The class under the Act is recorded, with its route
# description: >-
#   The record says whether a system is high-risk, by which annex, and does not hold it to be anything else although
#   Annex III names its use without an exception.
# custom:
#   id: eu-risk-class
#   subject: system
#   controls: [eu-ai-act:Art. 6, eu-ai-act:Art. 6(2)]
#   severity: high
#   remediation: >-
#     Classify the system and record it under regulatory.euAiAct: riskClass, and for a high-risk system annexIII or
#     annexI. Where an exception holds, record its ground under article6Exception.
#   parameters: []
#   duty: fields
#   concerns: Systems that the Act covers and that are not retired, from the day on which Art. 6 applies.
#   states:
#     violation: >-
#       Annex III names the use, and the class is recorded as a lower one without an exception.
#     missing: >-
#       The class is blank or recorded as unknown, or the annex of a high-risk system is blank.
#     observed: >-
#       The class is recorded.
package aims.rules.eu_risk_class

import data.aims.lib.duty
import data.aims.lib.law
import data.aims.lib.scope

concerned := scope.all_of([law.in_force("art-6"), scope.not_retired])

verdict := aside if {
	aside := duty.outside(concerned)
} else := duty.within(concerned, duty.all_of([says, {"missing": law.class_unclear}]))

says.violation contains duty.item("/system/regulatory/euAiAct/riskClass", sprintf(
	"Annex III names the use of the system (%s), but its class is recorded as %s, and no exception under Art. 6(3) is recorded.",
	[law.act.annexIII, law.class],
)) if {
	law.class in {"transparency", "minimal", "general-purpose"}
	not law.act.article6Exception
}

says.missing contains duty.item("/system/regulatory/euAiAct/annexIII", "The system is recorded as high-risk, but not by which annex.") if {
	law.class == "high-risk"
	not law.act.annexIII
	not law.act.annexI
}

says.observed contains duty.item("/system/regulatory/euAiAct/riskClass", sprintf("The class under the EU AI Act is recorded as %s.", [law.class])) if {
	not law.class in {"", "unknown"}
}
