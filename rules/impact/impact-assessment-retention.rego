# METADATA
# title: Impact assessments are kept long enough
# description: >-
#   For how long the impact assessment is kept is recorded, and is at least the demanded number of days.
# custom:
#   id: impact-assessment-retention
#   subject: system
#   controls: [iso42001:A.5.3]
#   severity: low
#   remediation: >-
#     Decide for how many days the assessment is kept, at least as many as demanded, and record them under
#     impactAssessment.retentionDays.
#   parameters: [impact-assessment-retention-days]
#   duty: limit
#   states:
#     violation: >-
#       The assessment is kept for fewer days than demanded.
#     missing: >-
#       Nobody recorded for how many days it is kept.
#     observed: >-
#       The assessment is kept long enough.
package aims.rules.impact_assessment_retention

import data.aims.lib.duty
import data.aims.lib.impact
import data.aims.lib.scope

required := data.params["impact-assessment-retention-days"]

concerned := scope.all_of([scope.begun, impact.wanted])

verdict := aside if {
	aside := duty.outside(concerned)
} else := duty.within(concerned, outcome)

says(text) := {duty.item("/system/impactAssessment/retentionDays", text)}

outcome := {"missing": says(sprintf(
	"Nobody recorded for how many days the impact assessment is kept; at least %d days are required.",
	[required],
))} if {
	not impact.record.retentionDays
} else := {"observed": says(kept)} if {
	impact.record.retentionDays >= required
} else := {"violation": says(kept)}

kept := sprintf("The impact assessment is kept for %d days; at least %d days are required.", [impact.record.retentionDays, required])
