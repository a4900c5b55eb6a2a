# METADATA
# title: Conformity is assessed, declared and marked
# description: >-
#   The provider of a deployed high-risk system had its conformity assessed by a recorded procedure, declared it and
#   marked the system; after a substantial change it is assessed again.
# custom:
#   id: eu-conformity-assessment
#   subject: system
#   controls: [eu-ai-act:Art. 43, eu-ai-act:Art. 43(4), eu-ai-act:Art. 47, eu-ai-act:Art. 48]
#   severity: critical
#   remediation: >-
#     Assess conformity, sign the declaration, mark the system, and record it under regulatory.euAiAct:
#     conformityAssessment, conformityProcedure, declaration and ceMarking. Assess it again after a substantial change.
#   parameters: []
#   duty: practices
#   concerns: From the day on which Art. 43 applies.
#   states:
#     violation: >-
#       The assessment, the declaration or the marking is recorded as not done, as not applicable or as completed on a
#       day in the future.
#     stale: >-
#       One of them was valid until a day that has passed, or the system was changed substantially since the assessment.
#     missing: >-
#       One of them or the procedure is blank or recorded as unknown; or the day of the assessment or of a substantial
#       change is not known.
#     pending: >-
#       One of them is under way. Or only one of the two readings of the law binds yet: then whatever is lacking in a
#       record that is begun stands here, with both readings.
#     observed: >-
#       All are done, and no substantial change is recorded since.
package aims.rules.eu_conformity_assessment

import data.aims.lib.duty
import data.aims.lib.law

default act := {}

act := input.system.regulatory.euAiAct

verdict := law.as_read("art-43", duty.within(law.provider("art-43"), duty.all_of([assessed, declared, marked, procedure, kept])))

assessed := law.done({
	"name": "The conformity assessment",
	"record": object.get(act, "conformityAssessment", {}),
	"at": "/system/regulatory/euAiAct/conformityAssessment",
	"obligatory": "the provider of a high-risk system",
})

declared := law.done({
	"name": "The EU declaration of conformity",
	"record": object.get(act, "declaration", {}),
	"at": "/system/regulatory/euAiAct/declaration",
	"obligatory": "the provider of a high-risk system",
})

marked := law.done({
	"name": "The CE marking",
	"record": object.get(act, "ceMarking", {}),
	"at": "/system/regulatory/euAiAct/ceMarking",
	"obligatory": "the provider of a high-risk system",
})

procedure := duty.blank({
	"what": "by which procedure conformity was assessed",
	"value": object.get(act, "conformityProcedure", ""),
	"at": "/system/regulatory/euAiAct/conformityProcedure",
})

default kept := {}

kept := duty.current({
	"name": "Conformity",
	"made": "assessed",
	"on": object.get(act, ["conformityAssessment", "completedOn"], ""),
	"at": "/system/regulatory/euAiAct/conformityAssessment/completedOn",
}) if {
	begun
}

# Where nothing is recorded, there is nothing that a change could put out of date.
begun if act.conformityAssessment

begun if {
	some change in input.system.changes
	change.substantial == "yes"
}
