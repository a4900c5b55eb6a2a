# METADATA
# title: The resources of every system are recorded
# description: >-
#   Every system that is built or used records its data, tools, computing and people.
# custom:
#   id: resources-recorded
#   subject: system
#   controls: [iso42001:A.4.2]
#   severity: medium
#   remediation: >-
#     List the data sets under data.sets, and under resources the tools, the compute and the people.
#   parameters: []
#   duty: list
#   states:
#     violation: >-
#       A list of resources other than data sets is recorded as empty.
#     missing: >-
#       Nobody recorded one of the lists.
#     observed: >-
#       The list has entries, or the system is recorded to have no data sets.
package aims.rules.resources_recorded

import data.aims.lib.data_sets
import data.aims.lib.duty
import data.aims.lib.scope

default resources := {}

resources := input.system.resources

verdict := aside if {
	aside := duty.outside(scope.begun)
} else := duty.within(scope.begun, duty.all_of(lists | {sets}))

sets := {"observed": {duty.item(data_sets.at, "The system is recorded to have no data sets.")}} if {
	data_sets.recorded == []
} else := duty.listed({
	"what": "the data sets of the system",
	"entries": "data sets of the system",
	"value": data_sets.recorded,
	"at": data_sets.at,
})

lists contains duty.listed({
	"what": concat("", ["the ", words, " of the system"]),
	"entries": concat("", [words, " of the system"]),
	"value": object.get(resources, field, null),
	"at": concat("", ["/system/resources/", field]),
}) if {
	some field, words in {"tools": "tools", "compute": "computing resources", "people": "people"}
}
