# METADATA
# title: Impact assessments are kept long enough
# description: >-
#   For how long the impact assessment is kept is recorded, and is the longest of the periods that apply: that
#   of the profile, and those that the laws of the system ask for. No evidence record of the assessment says less.
# custom:
#   id: impact-assessment-retention
#   subject: system
#   controls: [iso42001:A.5.3]
#   severity: low
#   remediation: >-
#     Decide for how many days the assessment is kept, at least as many as demanded, and record them under
#     impactAssessment.retentionDays. Where a law asks for more, record its days with it under laws, as
#     retention.impactAssessment. Mend evidence records that say less: their retentionDays, or the period for their kind
#     under documentControl.retention of the organization.
#   parameters: [impact-assessment-retention-days]
#   duty: limit
#   states:
#     violation: >-
#       The assessment, or one of its evidence records, is kept for fewer days than the longest period asks for.
#     missing: >-
#       Nobody recorded for how many days it is kept.
#     observed: >-
#       The assessment is kept long enough.
package aims.rules.impact_assessment_retention

import data.aims.lib.duty
import data.aims.lib.impact
import data.aims.lib.retention
import data.aims.lib.scope

concerned := scope.all_of([scope.begun, impact.wanted])

verdict := aside if {
	aside := duty.outside(concerned)
} else := duty.within(concerned, duty.all_of([retention.kept(assessment), retention.of_records(assessment)]))

assessment := {
	"what": "the impact assessment is",
	"days": object.get(impact.record, "retentionDays", null),
	"at": "/system/impactAssessment/retentionDays",
	"records": "impact-assessment",
	"profile": {"parameter": "impact-assessment-retention-days", "days": data.params["impact-assessment-retention-days"]},
	"numbers": {number | some number, entry in input.evidence; entry.id in impact.record.evidence},
}
