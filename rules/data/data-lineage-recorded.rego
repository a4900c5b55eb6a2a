# METADATA
# title: Every version of a data set can be recognized
# description: >-
#   Each data set of a system that is built or used is recorded with its version, and with the steps that led to it or a
#   checksum.
# custom:
#   id: data-lineage-recorded
#   subject: system
#   controls: [iso42001:A.7.5]
#   severity: medium
#   remediation: >-
#     Record under data.sets for each data set version, and lineage or sha256.
#   parameters: []
#   duty: lineage
#   states:
#     missing: >-
#       Nobody recorded the data sets; or version, lineage and checksum of one of them are all blank.
#     pending: >-
#       A data set has a version, but neither lineage nor checksum; or one of these without a version.
#     observed: >-
#       Version and lineage or checksum are recorded; or the system is recorded to have no data sets.
package aims.rules.data_lineage_recorded

import data.aims.lib.data_sets
import data.aims.lib.duty

verdict := data_sets.over({traced(number, entry) | some number, entry in data_sets.recorded}, "")

traced(number, entry) := duty.recorded({
	"name": duty.named("The data set", entry, "name"),
	"record": {"version": object.get(entry, "version", ""), "trace": trace(entry)},
	"at": sprintf("%s/%d", [data_sets.at, number]),
	"needs": {"trace": "its lineage or a checksum", "version": "a version"},
})

trace(entry) := object.get(entry, "sha256", object.get(entry, "lineage", []))
