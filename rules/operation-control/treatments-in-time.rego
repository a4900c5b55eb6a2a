# METADATA
# title: Risk treatments are carried out in time
# description: >-
#   No treatment of a risk is overdue, unless somebody approved an extension that has not passed.
# custom:
#   id: treatments-in-time
#   subject: organization
#   controls: [iso42001:8.3]
#   severity: high
#   remediation: >-
#     Carry out the treatment and record the day under doneOn, or have an extension approved: until and approvedBy.
#   parameters: []
#   duty: timely
#   states:
#     missing: >-
#       Or no risk of the register has a treatment.
#     observed: >-
#       Where an extension was approved, its day counts.
package aims.rules.treatments_in_time

import data.aims.lib.duty
import data.aims.lib.scope
import data.aims.lib.treatments

verdict := duty.timely({
	"concerns": scope.everyone,
	"what": "the treatments of risks",
	"entries": treatments.recorded,
	"at": "/organization/risks",
})
