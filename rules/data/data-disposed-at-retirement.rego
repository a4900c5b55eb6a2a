# METADATA
# title: Data of retired systems are disposed of
# description: >-
#   For every retired system the disposal of its data is done; or somebody decided, with a reason, that none is needed.
# custom:
#   id: data-disposed-at-retirement
#   subject: system
#   controls: [iso42001:A.4.3]
#   severity: high
#   remediation: >-
#     Delete or archive the data as decided, and record state and completedOn under practices.dataDisposal with the evidence
#     record. Where none is needed, record not-applicable and the reason under note.
#   parameters: []
#   duty: practice
package aims.rules.data_disposed_at_retirement

import data.aims.lib.duty
import data.aims.lib.scope

default record := {}

record := input.system.practices.dataDisposal

verdict := duty.practice({
	"concerns": scope.retired,
	"name": "The disposal of data",
	"record": record,
	"at": "/system/practices/dataDisposal",
	"obligatory": "a retired system with personal data",
	"excusable": scope.personal == "no",
})
