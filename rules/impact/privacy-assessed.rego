# METADATA
# title: The processing of personal data is assessed
# description: >-
#   Every system that is built or used and processes personal data has an assessment of privacy that is recent enough.
# custom:
#   id: privacy-assessed
#   subject: system
#   controls: [iso42001:A.5.4]
#   severity: high
#   remediation: >-
#     Assess what the processing can do to the people whose data they are, and record state and completedOn under
#     data.privacyAssessment. Where none is needed, record state not-applicable and the reason under note.
#   parameters: [privacy-assessment-max-age]
#   duty: practice
package aims.rules.privacy_assessed

import data.aims.lib.duty
import data.aims.lib.risk
import data.aims.lib.scope

default record := {}

record := input.system.data.privacyAssessment

verdict := duty.practice({
	"concerns": scope.all_of([scope.begun, scope.personal_data]),
	"name": "The privacy assessment",
	"record": record,
	"at": "/system/data/privacyAssessment",
	"obligatory": "a system of high risk with personal data",
	"maxAgeDays": data.params["privacy-assessment-max-age"],
	"excusable": risk.lower,
})
