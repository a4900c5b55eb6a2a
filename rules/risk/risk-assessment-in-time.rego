# METADATA
# title: The risk assessment is recent enough
# description: >-
#   The last risk assessment of every system that is built or used is not older than the limit, and its own validity has not
#   ended.
# custom:
#   id: risk-assessment-in-time
#   subject: system
#   controls: [iso42001:8.2]
#   severity: high
#   remediation: >-
#     Assess the risks again, and record the assessment with completedOn under risk.assessments.
#   parameters: [risk-assessment-max-age]
#   duty: fresh
#   states:
#     stale: >-
#       Or the last day on which it counts has passed.
package aims.rules.risk_assessment_in_time

import data.aims.lib.dates
import data.aims.lib.duty
import data.aims.lib.risk_assessments as assessments
import data.aims.lib.scope

verdict := duty.fresh({
	"concerns": scope.begun,
	"name": "The risk assessment",
	"made": "completed",
	"on": assessments.last_on,
	"at": assessments.at_last,
	"maxAgeDays": data.params["risk-assessment-max-age"],
	"also": {"stale": expired},
})

expired contains duty.item("/system/risk/assessments", sprintf(
	"The risk assessment was valid until %s, which is before %s.",
	[assessments.last.validUntil, input.asOf],
)) if {
	dates.before(assessments.last.validUntil, input.asOf)
}
