# METADATA
# title: Impact assessment of a high-impact system
# description: >-
#   A deployed high-impact system has a completed assessment of its impacts on people and society, and the assessment
#   is recent enough.
# custom:
#   id: high-impact-impact-assessment
#   subject: system
#   controls: [iso42001:6.1.4, iso42001:8.4, iso42001:A.5.2, iso42001:A.5.3]
#   severity: critical
#   remediation: >-
#     Complete the impact assessment, have it approved, and record it under impactAssessment: state, completedOn and
#     the evidence record of the assessment. Repeat it before it is older than the limit.
#   parameters: [impact-assessment-max-age]
#   duty: practice
package aims.rules.high_impact_impact_assessment

import data.aims.lib.duty
import data.aims.lib.scope

default record := {}

record := input.system.impactAssessment

verdict := duty.practice({
	"concerns": scope.all_of([scope.deployed, scope.high_impact]),
	"name": "The impact assessment",
	"record": record,
	"at": "/system/impactAssessment",
	"obligatory": "a deployed high-impact system",
	"maxAgeDays": data.params["impact-assessment-max-age"],
})
