# METADATA
# title: Every system has an impact assessment or a reason for none
# description: >-
#   For every system that is not retired an assessment of its impacts is done or under way; or somebody recorded why a system
#   of lower risk needs none.
# custom:
#   id: impact-assessment-status
#   subject: system
#   controls: [iso42001:6.1.4, iso42001:A.5.2]
#   severity: high
#   remediation: >-
#     Begin the assessment while the system is planned, and record its state under impactAssessment.state; for a system
#     of lower risk that needs none, not-applicable with the reason under note.
#   parameters: []
#   duty: status
#   states:
#     violation: >-
#       The assessment is recorded as not done, or as not applicable to a system of high risk.
#     missing: >-
#       The state of the assessment is blank or recorded as unknown.
#     pending: >-
#       The assessment is recorded as not applicable, and nobody noted why.
#     observed: >-
#       The assessment is done or under way, or somebody noted why none is needed.
package aims.rules.impact_assessment_status

import data.aims.lib.duty
import data.aims.lib.risk
import data.aims.lib.scope

default record := {}

record := input.system.impactAssessment

state := object.get(record, "state", "")

verdict := aside if {
	aside := duty.outside(scope.not_retired)
} else := duty.within(scope.not_retired, duty.all_of([outcome, duty.blank({
	"what": "the state of the impact assessment",
	"value": state,
	"at": "/system/impactAssessment/state",
})]))

says(set, text) := {set: {duty.item("/system/impactAssessment/state", text)}}

default outcome := {}

outcome := says("violation", "The impact assessment is recorded as not done.") if state == "not-done"

outcome := says("observed", sprintf("The impact assessment is recorded as %s.", [state])) if state in {"done", "in-progress"}

outcome := says("violation", "The impact assessment is recorded as not applicable, and the system is of high risk.") if {
	state == "not-applicable"
	not risk.lower
}

outcome := says("pending", "The impact assessment is recorded as not applicable, but nobody noted why.") if {
	state == "not-applicable"
	risk.lower
	not record.note
}

outcome := says("observed", sprintf("The impact assessment is recorded as not needed: %s", [record.note])) if {
	state == "not-applicable"
	risk.lower
}
