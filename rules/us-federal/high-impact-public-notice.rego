# METADATA
# title: A high-impact system is in the public inventory, or withheld for a reason
# description: >-
#   The record says that the entry of a deployed high-impact system in the public inventory is published, or on which
#   ground it is withheld.
# custom:
#   id: high-impact-public-notice
#   subject: system
#   controls: [iso42001:A.8.5]
#   severity: medium
#   remediation: >-
#     Publish the entry and record it under regulatory.omb.withheld (no); or record there the ground on which it is
#     withheld.
#   parameters: []
#   duty: fields
#   states:
#     missing: >-
#       Nobody recorded whether the entry is withheld.
#     pending: >-
#       The entry is withheld on another ground than the two that the inventory knows.
#     observed: >-
#       The entry is published, or withheld on one of these two grounds.
package aims.rules.high_impact_public_notice

import data.aims.lib.duty
import data.aims.lib.scope

default withheld := ""

withheld := input.system.regulatory.omb.withheld

concerned := scope.all_of([scope.high_impact, scope.deployed])

verdict := aside if {
	aside := duty.outside(concerned)
} else := duty.within(concerned, duty.all_of([says, duty.blank({
	"what": "whether the entry is withheld from the public inventory",
	"value": withheld,
	"at": "/system/regulatory/omb/withheld",
})]))

says.pending contains duty.item(
	"/system/regulatory/omb/withheld",
	"The entry is withheld from the public inventory on another ground than harm by disclosure or a law that forbids it; somebody has to judge it.",
) if {
	withheld == "other"
}

says.observed contains duty.item("/system/regulatory/omb/withheld", words[withheld])

words := {
	"no": "The entry is published in the inventory.",
	"disclosure-risk": "The entry is withheld from the public inventory because publishing it would do harm.",
	"prohibited-by-law": "The entry is withheld from the public inventory because a law forbids publishing it.",
}
