# METADATA
# title: The preparation of data is versioned with them
# description: >-
#   Each data set of a system that is built or used names the code that prepared it and the version of that code.
# custom:
#   id: preparation-versioned
#   subject: system
#   controls: [iso42001:A.7.6]
#   severity: low
#   remediation: >-
#     Record under preparation of the data set the code, its version and the version of the data set that it made; or needed
#     no with the reason.
#   parameters: []
#   duty: given
#   states:
#     stale: >-
#       The code made another version of the data set.
#     missing: >-
#       Or nobody recorded the data sets, or which version of one is in use.
#     observed: >-
#       Or a data set needed no preparation, for a recorded reason; or the system is recorded to have no data sets.
package aims.rules.preparation_versioned

import data.aims.lib.data_sets
import data.aims.lib.duty

verdict := data_sets.over({prepared(number, entry) | some number, entry in data_sets.recorded}, "")

needs := {"code": "the code", "codeVersion": "the version of the code", "setVersion": "the version of the data set"}

prepared(number, entry) := {"stale": {duty.item(data_sets.place(number, "preparation/setVersion"), sprintf(
	"The preparation made version %s of %s; version %s is in use.",
	[entry.preparation.setVersion, data_sets.named(entry), entry.version],
))}} if {
	entry.preparation.setVersion != entry.version
} else := {"missing": {duty.item(data_sets.place(number, "version"), sprintf(
	"Nobody recorded which version of %s is in use; the preparation made version %s.",
	[data_sets.named(entry), entry.preparation.setVersion],
))}} if {
	entry.preparation.setVersion
	not entry.version
} else := duty.recorded({
	"name": sprintf("The preparation of %s", [data_sets.named(entry)]),
	"record": object.get(entry, "preparation", {}),
	"at": data_sets.place(number, "preparation"),
	"needs": wanted(entry),
})

wanted(entry) := {"needed": "that none is needed", "reason": "a reason"} if {
	entry.preparation.needed == "no"
} else := needs
