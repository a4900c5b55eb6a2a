# METADATA
# title: Going back to an earlier version was exercised
# description: >-
#   Somebody tried, recently enough, to bring back an earlier version of a deployed system, and an evidence record
#   says what came out.
# custom:
#   id: rollback-exercised
#   subject: system
#   controls: [iso42001:A.6.2.5]
#   severity: medium
#   remediation: >-
#     Exercise the way back to an earlier version and record it under practices.rollback: state, completedOn and the
#     evidence record. Where there is no way back, as for a service of others, say not-applicable and note what takes
#     its place.
#   parameters: [rollback-max-age]
#   duty: exercise
package aims.rules.rollback_exercised

import data.aims.lib.duty
import data.aims.lib.scope

default record := {}

record := input.system.practices.rollback

verdict := duty.exercise({
	"concerns": scope.deployed,
	"name": "The exercise of the rollback",
	"record": record,
	"at": "/system/practices/rollback",
	"maxAgeDays": data.params["rollback-max-age"],
	"excusable": true,
})
