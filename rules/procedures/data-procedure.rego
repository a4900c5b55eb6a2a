# METADATA
# title: There is a procedure of data management
# description: >-
#   An organization that makes or offers AI has an approved procedure of how data for development are managed.
# custom:
#   id: data-procedure
#   subject: organization
#   controls: [iso42001:A.7.2]
#   severity: high
#   remediation: >-
#     Write down how data are chosen, protected, checked and kept; have it approved, and add an evidence record of kind
#     procedure for the control, with version and approver.
#   parameters: [data-procedure-max-age]
#   duty: record
package aims.rules.data_procedure

import data.aims.lib.duty
import data.aims.lib.scope

verdict := duty.record(object.union(data.reference.records["data-procedure"], {
	"concerns": scope.making,
	"maxAgeDays": data.params["data-procedure-max-age"],
}))
