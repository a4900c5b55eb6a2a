# METADATA
# title: It is set how long each type of record is kept
# description: >-
#   For each kind of evidence record that the organization has, a period of retention is set.
# custom:
#   id: retention-set
#   subject: organization
#   controls: [iso42001:7.5.3]
#   severity: medium
#   remediation: >-
#     Record under documentControl.retention for each kind of record: kind, days and why. A record that is kept for
#     another time says so under retentionDays.
#   parameters: []
#   duty: each
#   states:
#     missing: >-
#       The organization has no evidence records.
#     pending: >-
#       A kind of record has no period of retention.
#     observed: >-
#       A kind of record has a period of retention.
package aims.rules.retention_set

import data.aims.lib.duty
import data.aims.lib.scope

default periods := null

periods := input.organization.documentControl.retention

# Kinds of record that are in use, with the numbers of records that do not say by themselves how long they are kept.
open[kind] contains number if {
	some number, entry in input.evidence
	kind := entry.kind
	object.get(entry, "retentionDays", null) == null
}

verdict := duty.each({
	"concerns": scope.everyone,
	"what": "periods of retention",
	"one": "The period for records of the kind",
	"entries": periods,
	"at": "/organization/documentControl/retention",
	"name": "kind",
	"needs": {"days": "a number of days", "why": "a reason"},
	"also": says,
})

says.missing contains duty.item("/evidence", "The organization has no evidence records; nobody can tell which kinds have to be kept.") if {
	count(input.evidence) == 0
}

says.pending contains duty.item(
	sprintf("/evidence/%d", [min(numbers)]),
	sprintf("For records of the kind %s nobody set how long they are kept.", [kind]),
) if {
	some kind, numbers in open
	not kind in {period.kind | some period in periods}
}
