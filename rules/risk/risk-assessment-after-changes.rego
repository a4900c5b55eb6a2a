# METADATA
# title: The risks were assessed after the last substantial change
# description: >-
#   The last risk assessment of every system that is built or used was completed after each substantial change that is
#   recorded.
# custom:
#   id: risk-assessment-after-changes
#   subject: system
#   controls: [iso42001:8.2]
#   severity: high
#   remediation: >-
#     Assess the risks again after a substantial release or change, and record the day as completedOn under
#     risk.assessments and that of the change under changes.
#   parameters: []
#   duty: current
#   states:
#     missing: >-
#       Or nobody recorded a risk assessment with its day.
package aims.rules.risk_assessment_after_changes

import data.aims.lib.duty
import data.aims.lib.risk_assessments as assessments
import data.aims.lib.scope

verdict := aside if {
	aside := duty.outside(scope.begun)
} else := duty.within(scope.begun, outcome)

outcome := duty.blank({
	"what": "when the risks of the system were assessed",
	"value": assessments.last_on,
	"at": assessments.at_last,
}) if {
	assessments.last_on == ""
} else := duty.current({
	"name": "The risk assessment",
	"made": "completed",
	"on": assessments.last_on,
	"at": assessments.at_last,
})
