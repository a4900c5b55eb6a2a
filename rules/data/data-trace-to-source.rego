# METADATA
# title: Every data set traces to a source
# description: >-
#   Each data set of a system that is built or used has an origin; or it was derived from data sets of which each has one in
#   the end.
# custom:
#   id: data-trace-to-source
#   subject: system
#   controls: [iso42001:A.7.5]
#   severity: medium
#   remediation: >-
#     Record under data.sets the origin of each data set, or under derivedFrom the names of those that it was made from.
#   parameters: []
#   duty: trace
#   states:
#     violation: >-
#       A data set is derived from one that is not listed.
#     missing: >-
#       Nobody recorded the data sets; or neither origin nor derivation of one of them, or of one that it was derived from.
#     observed: >-
#       The data set traces to a source; or the system is recorded to have no data sets.
package aims.rules.data_trace_to_source

import data.aims.lib.data_sets
import data.aims.lib.duty

verdict := data_sets.over({traced(number, entry) | some number, entry in data_sets.recorded}, "")

names := {entry.name | some entry in data_sets.recorded}

sourced := {entry.name | some entry in data_sets.recorded; entry.origin}

# From each data set to those that it was derived from.
parents := {name: {parent |
	some entry in data_sets.recorded
	entry.name == name
	some parent in entry.derivedFrom
} |
	some name in names
}

traced(number, entry) := {"observed": {duty.item(data_sets.place(number, "origin"), sprintf(
	"The origin of %s is recorded: %s",
	[data_sets.named(entry), entry.origin],
))}} if {
	entry.origin
} else := {"violation": {duty.item(data_sets.place(number, "derivedFrom"), sprintf(
	"The way from %s to its source leads to %s, not among the data sets.",
	[data_sets.named(entry), duty.listing(unlisted(entry))],
))}} if {
	count(unlisted(entry)) > 0
} else := {"missing": {duty.item(data_sets.place(number, "origin"), sprintf(
	"Nobody recorded where %s comes from: neither an origin nor data sets that all lead to one.",
	[data_sets.named(entry)],
))}} if {
	some name in graph.reachable(parents, {entry.name})
	count(graph.reachable(parents, {name}) & sourced) == 0
} else := {"observed": {duty.item(data_sets.place(number, "derivedFrom"), sprintf(
	"An origin is recorded of all that %s was derived from: %s.",
	[data_sets.named(entry), concat(", ", entry.derivedFrom)],
))}}

unlisted(entry) := [name |
	some name in union({parents[other] | some other in graph.reachable(parents, {entry.name})})
	not name in names
]
