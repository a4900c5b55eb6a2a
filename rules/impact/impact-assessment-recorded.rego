# METADATA
# title: The impact assessment is documented with what belongs to it
# description: >-
#   The record of an impact assessment names the version assessed, the day, who carried it out and took part, what was found,
#   which actions follow, and the document.
# custom:
#   id: impact-assessment-recorded
#   subject: system
#   controls: [iso42001:A.5.3]
#   severity: medium
#   remediation: >-
#     Record under impactAssessment: systemVersion, completedOn, by, participants, potentialImpacts, actions and the
#     evidence record.
#   parameters: []
#   duty: given
package aims.rules.impact_assessment_recorded

import data.aims.lib.duty
import data.aims.lib.impact
import data.aims.lib.scope

verdict := duty.given({
	"concerns": scope.all_of([scope.begun, impact.wanted]),
	"name": "The impact assessment",
	"record": impact.record,
	"at": "/system/impactAssessment",
	"needs": {
		"systemVersion": "the version assessed",
		"completedOn": "the day",
		"by": "who carried it out",
		"participants": "who took part",
		"potentialImpacts": "what was found",
		"actions": "the actions that follow",
		"evidence": "an evidence record",
	},
})
