# METADATA
# title: Waivers of minimum practices have an approver, a day and a reason
# description: >-
#   Each waiver of a minimum practice for a deployed high-impact system says who granted it, when and why, and was
#   granted or confirmed recently enough. A waiver never makes the practice itself count as done.
# custom:
#   id: high-impact-waivers
#   subject: system
#   controls: [iso42001:6.1.3, iso42001:8.3]
#   severity: high
#   remediation: >-
#     Record each waiver under regulatory.omb.waivers with practice, approvedBy, grantedOn, reason and, where it was
#     confirmed since, confirmedOn. Have it confirmed before it is older than the limit.
#   parameters: [high-impact-waiver-max-age]
#   duty: fields
#   concerns: Systems for which a waiver is recorded.
#   states:
#     violation: >-
#       A waiver is dated in the future.
#     stale: >-
#       A waiver was granted or confirmed longer ago than high-impact-waiver-max-age allows.
#     missing: >-
#       A waiver has none of approver, day and reason, or no day, or one that cannot be read.
#     pending: >-
#       A waiver lacks its approver, its day or its reason.
#     observed: >-
#       The waivers are complete and recent enough.
package aims.rules.high_impact_waivers

import data.aims.lib.duty
import data.aims.lib.scope

default waivers := []

waivers := input.system.regulatory.omb.waivers

verdict := duty.within(scope.all_of([scope.deployed, scope.high_impact, waived]), duty.all_of(complete | current)) if limit

limit := data.params["high-impact-waiver-max-age"]

waived := {"unclear": set(), "inapplicable": {duty.item("/system/regulatory/omb/waivers", "No waiver is recorded; the rule concerns systems with one.") |
	count(waivers) == 0
}}

complete contains duty.recorded({
	"name": sprintf("The waiver of %s", [waiver.practice]),
	"record": waiver,
	"at": sprintf("/system/regulatory/omb/waivers/%d", [number]),
	"needs": {"approvedBy": "who granted it", "grantedOn": "when", "reason": "a reason"},
}) if {
	some number, waiver in waivers
}

current contains duty.recent({
	"name": sprintf("The waiver of %s", [waiver.practice]),
	"made": "granted or confirmed",
	"on": object.get(waiver, "confirmedOn", object.get(waiver, "grantedOn", "")),
	"at": sprintf("/system/regulatory/omb/waivers/%d/grantedOn", [number]),
	"maxAgeDays": limit,
}) if {
	some number, waiver in waivers
}
