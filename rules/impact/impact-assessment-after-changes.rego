# METADATA
# title: The impacts were assessed after purpose and models changed
# description: >-
#   A completed impact assessment is newer than the last change of the purpose, of every model in the system, and than every
#   substantial change.
# custom:
#   id: impact-assessment-after-changes
#   subject: system
#   controls: [iso42001:8.4, iso42001:A.5.3]
#   severity: high
#   remediation: >-
#     Assess the impacts again, and record impactAssessment.completedOn. Record when the purpose changed
#     (purpose.changedOn) and since when there is each model (models.releasedOn).
#   concerns: >-
#     The system is not retired, and its impact assessment is recorded as done.
#   parameters: []
#   duty: newer
#   states:
#     stale: >-
#       Or the system was changed substantially since.
package aims.rules.impact_assessment_after_changes

import data.aims.lib.duty
import data.aims.lib.impact
import data.aims.lib.models
import data.aims.lib.scope

check := {
	"name": "The impact assessment",
	"made": "completed",
	"on": object.get(impact.record, "completedOn", ""),
	"at": "/system/impactAssessment/completedOn",
}

concerned := scope.all_of([scope.not_retired, impact.done])

verdict := aside if {
	aside := duty.outside(concerned)
} else := duty.within(concerned, duty.all_of([duty.current(check), duty.outlasting(object.union(check, {"others": union({models.releases, purpose})}))]))

purpose contains {
	"what": "the purpose as it is",
	"on": input.system.purpose.changedOn,
	"at": "/system/purpose/changedOn",
}
