# METADATA
# title: Whoever holds a role still works for the organization
# description: >-
#   Each person who holds a role of the organization or owns a system is in the list of people and active.
# custom:
#   id: role-holders-active
#   subject: organization
#   controls: [iso42001:A.3.2]
#   severity: high
#   remediation: >-
#     Keep the list under people up to date: name, active and, for whoever left, leftOn. Appoint a successor before a
#     holder leaves.
#   parameters: []
#   duty: active
#   states:
#     violation: >-
#       A holder is recorded as not active, or has left.
#     missing: >-
#       Nobody holds a role, a holder is not in the list of people, or whether a holder is active is blank or unknown.
#     observed: >-
#       A holder is in the list of people and active.
package aims.rules.role_holders_active

import data.aims.lib.duty
import data.aims.lib.scope
import data.aims.lib.staff

verdict := duty.within(scope.everyone, duty.all_of([staff.nobody, staff.unlisted, says]))

says.violation contains duty.item(holder.at, sprintf("%s is no longer active.", [staff.titled(holder)])) if {
	some holder in staff.holders
	some number in staff.entries[holder.person]
	staff.gone(staff.list[number])
}

says.missing contains duty.item(
	sprintf("/organization/people/%d/active", [number]),
	sprintf("Nobody recorded whether %s is active.", [staff.titled(holder)]),
) if {
	some holder in staff.holders
	some number in staff.entries[holder.person]
	not staff.gone(staff.list[number])
	not staff.active(staff.list[number])
}

says.observed contains duty.item(holder.at, sprintf("%s is active.", [staff.titled(holder)])) if {
	some holder in staff.holders
	some number in staff.entries[holder.person]
	staff.active(staff.list[number])
}
