# METADATA
# title: People affected by a high-impact system can appeal
# description: >-
#   People whom an outcome of a deployed high-impact system affects have a way to have it reviewed by a person and to
#   appeal.
# custom:
#   id: high-impact-appeals
#   subject: system
#   controls: [iso42001:A.8.3]
#   severity: high
#   remediation: >-
#     Set the way up, tell the people affected, and record it under practices.appeals: state, completedOn and the
#     evidence record.
#   parameters: []
#   duty: practice
package aims.rules.high_impact_appeals

import data.aims.lib.duty
import data.aims.lib.scope

default record := {}

record := input.system.practices.appeals

verdict := duty.practice({
	"name": "The way to appeal",
	"concerns": scope.all_of([scope.deployed, scope.high_impact]),
	"record": record,
	"obligatory": "a deployed high-impact system",
	"at": "/system/practices/appeals",
})
