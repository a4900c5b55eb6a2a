# METADATA
# title: The procedure of impact assessments says what sets one off
# description: >-
#   There is an approved procedure of impact assessments, and it names the occasions on which an assessment has to be made.
# custom:
#   id: impact-procedure
#   subject: organization
#   controls: [iso42001:A.5.2]
#   severity: high
#   remediation: >-
#     Add an evidence record of kind procedure for the control, with version and approver, and record under
#     procedures.impactAssessment.triggers what sets an assessment off.
#   parameters: [impact-procedure-max-age]
#   duty: record
#   states:
#     missing: >-
#       Or nobody recorded what sets an assessment off.
#     pending: >-
#       Or the procedure leaves out an occasion on which an assessment has to be made.
#     observed: >-
#       It names all occasions on which an assessment has to be made.
package aims.rules.impact_procedure

import data.aims.lib.duty
import data.aims.lib.scope

default triggers := null

triggers := input.organization.procedures.impactAssessment.triggers

verdict := duty.record(object.union(data.reference.records["impact-procedure"], {
	"concerns": scope.everyone,
	"maxAgeDays": data.params["impact-procedure-max-age"],
	"also": duty.covered({
		"name": "The procedure of impact assessments",
		"parts": data.reference.impact_triggers.triggers,
		"present": triggers,
		"at": "/organization/procedures/impactAssessment/triggers",
	}),
}))
