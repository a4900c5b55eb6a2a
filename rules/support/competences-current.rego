# METADATA
# title: Competences are current
# description: >-
#   The proof of each competence of each person who is still active is recent enough and not expired.
# custom:
#   id: competences-current
#   subject: organization
#   controls: [iso42001:7.2, iso42001:A.4.6]
#   severity: medium
#   remediation: >-
#     Repeat what proves the competence before it is older than the limit or expires, and record
#     people.competences.obtainedOn and validUntil. Record leftOn for people who left.
#   parameters: [competence-max-age]
#   duty: each
#   states:
#     violation: >-
#       A competence is dated in the future.
#     stale: >-
#       The proof of a competence has expired, or is older than the limit allows.
#     missing: >-
#       A competence has no date, or it cannot be read.
#     observed: >-
#       The proof of a competence is recent enough.
package aims.rules.competences_current

import data.aims.lib.duty
import data.aims.lib.scope
import data.aims.lib.staff

# Numbers of those who have not left.
here := {number |
	some number, person in staff.list
	not staff.gone(person)
}

# null where nobody is there.
default listed := null

listed := staff.list if here != set()

verdict := duty.each({
	"concerns": scope.everyone,
	"what": "the people who work with AI and are active",
	"one": "The person",
	"entries": listed,
	"at": "/organization/people",
	"name": "name",
	"needs": {"competences": "a competence"},
	"only": here,
	"also": current(data.params["competence-max-age"]),
})

current(days) := duty.all_of([staff.aged(competence, named, at, days) |
	some number in here
	person := staff.list[number]
	some place, competence in person.competences
	named := sprintf("The competence %q of %s", [competence.what, person.name])
	at := sprintf("/organization/people/%d/competences/%d", [number, place])
])
