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
import data.aims.lib.people
import data.aims.lib.scope

verdict := duty.within(scope.everyone, duty.all_of([people.nobody, people.unlisted, says]))

says.violation contains duty.item(holder.at, sprintf("%s is no longer active.", [people.titled(holder)])) if {
	some holder in people.holders
	some number in people.entries[holder.person]
	people.gone(people.list[number])
}

says.missing contains duty.item(
	sprintf("/organization/people/%d/active", [number]),
	sprintf("Nobody recorded whether %s is active.", [people.titled(holder)]),
) if {
	some holder in people.holders
	some number in people.entries[holder.person]
	not people.gone(people.list[number])
	not people.active(people.list[number])
}

says.observed contains duty.item(holder.at, sprintf("%s is active.", [people.titled(holder)])) if {
	some holder in people.holders
	some number in people.entries[holder.person]
	people.active(people.list[number])
}
