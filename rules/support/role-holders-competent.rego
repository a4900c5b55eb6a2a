# METADATA
# title: Whoever holds a role is recorded as competent for it
# description: >-
#   Each person who holds a role of the organization or owns a system is in the list of people, with a competence for that
#   role.
# custom:
#   id: role-holders-competent
#   subject: organization
#   controls: [iso42001:7.2]
#   severity: high
#   remediation: >-
#     Record for the person, under people.competences, an entry with the role under for, what it consists of, and
#     obtainedOn. Where a competence is lacking, train the person or appoint another.
#   parameters: []
#   duty: competent
#   states:
#     missing: >-
#       Nobody holds a role, or a holder is not in the list of people.
#     pending: >-
#       A holder is in the list of people without a competence for the role.
#     observed: >-
#       A holder has a competence for the role.
package aims.rules.role_holders_competent

import data.aims.lib.duty
import data.aims.lib.scope
import data.aims.lib.staff

verdict := duty.within(scope.everyone, duty.all_of([staff.nobody, staff.unlisted, says]))

says.pending contains duty.item(
	sprintf("/organization/people/%d/competences", [number]),
	sprintf("%s is recorded without a competence for this role.", [staff.titled(holder)]),
) if {
	some holder in staff.holders
	some number in staff.entries[holder.person]
	not holder.role in fitting(number)
}

says.observed contains duty.item(holder.at, sprintf("%s is recorded with a competence for this role.", [staff.titled(holder)])) if {
	some holder in staff.holders
	some number in staff.entries[holder.person]
	holder.role in fitting(number)
}

# Roles and activities for which a person has a competence.
fitting(number) := {use |
	some competence in staff.list[number].competences
	some use in competence.for
}
