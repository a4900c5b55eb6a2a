# METADATA
# title: A quality management system covers the system
# description: >-
#   The provider of a deployed high-risk system runs a quality management system that covers it, with every aspect that
#   the law names.
# custom:
#   id: eu-quality-management
#   subject: system
#   controls: [eu-ai-act:Art. 17, eu-ai-act:Art. 17(1)]
#   severity: high
#   remediation: >-
#     Extend quality management to the system and record under regulatory.euAiAct its state (qualityManagement) and the
#     points of Art. 17(1) that it covers (qualityAspects).
#   parameters: []
#   duty: practices
#   concerns: From the day on which Art. 17 applies.
#   states:
#     violation: >-
#       Something of quality management is recorded as not done, as not applicable, or as completed on a day in the
#       future.
#     stale: >-
#       Something of quality management was valid until a day that has passed.
#     missing: >-
#       Nobody recorded how far it got or what its policies and procedures cover, or the state is recorded as unknown.
#     pending: >-
#       It is under way, or something that the law names is not among what its policies and procedures cover.
#     observed: >-
#       It is done, and covers all that the law names.
package aims.rules.eu_quality_management

import data.aims.lib.duty
import data.aims.lib.law

default act := {}

act := input.system.regulatory.euAiAct

concerned := law.provider("art-17")

verdict := aside if {
	aside := duty.outside(concerned)
} else := duty.within(concerned, duty.all_of([quality_management, covered]))

quality_management := law.done({
	"name": "The quality management",
	"record": object.get(act, "qualityManagement", {}),
	"at": "/system/regulatory/euAiAct/qualityManagement",
	"obligatory": "the provider of a high-risk system",
})

covered := duty.covered({
	"name": "The quality management system",
	"parts": data.reference.eu_ai_act.elements["art-17.1"],
	"present": object.get(act, "qualityAspects", null),
	"at": "/system/regulatory/euAiAct/qualityAspects",
})
