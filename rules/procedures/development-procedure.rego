# METADATA
# title: There is a procedure of design and development
# description: >-
#   An organization that makes or offers AI has an approved procedure of design and development.
# custom:
#   id: development-procedure
#   subject: organization
#   controls: [iso42001:A.6.1.3]
#   severity: high
#   remediation: >-
#     Write down stages, reviews, tests, release criteria and how changes are made; have it approved, and add an evidence
#     record of kind procedure for the control, with version and approver.
#   parameters: [development-procedure-max-age]
#   duty: record
package aims.rules.development_procedure

import data.aims.lib.duty
import data.aims.lib.scope

verdict := duty.record(object.union(data.reference.records["development-procedure"], {
	"concerns": scope.making,
	"maxAgeDays": data.params["development-procedure-max-age"],
}))
