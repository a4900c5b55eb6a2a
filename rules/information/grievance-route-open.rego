# METADATA
# title: Affected people can complain
# description: >-
#   People whom a system in use affects can complain, somebody answers, and this was confirmed recently enough.
# custom:
#   id: grievance-route-open
#   subject: system
#   controls: [iso42001:A.8.3]
#   severity: high
#   remediation: >-
#     Open a way to complain, publish it, see to it that somebody answers, and record it under practices.grievances:
#     state, completedOn (the day of the last confirmation) and the evidence record. Where nobody can be affected, say
#     not-applicable and note why.
#   parameters: [feedback-max-age]
#   duty: practice
package aims.rules.grievance_route_open

import data.aims.lib.duty
import data.aims.lib.scope

default record := {}

record := input.system.practices.grievances

verdict := duty.practice({
	"concerns": scope.in_use,
	"name": "The confirmation of the way to complain",
	"record": record,
	"at": "/system/practices/grievances",
	"maxAgeDays": data.params["feedback-max-age"],
	"excusable": true,
})
