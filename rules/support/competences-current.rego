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
import data.aims.lib.people
import data.aims.lib.scope

verdict := duty.each({
	"concerns": scope.everyone,
	"what": "the people who work with AI",
	"one": "The person",
	"entries": people.list,
	"at": "/organization/people",
	"name": "name",
	"needs": {"competences": "a competence"},
	"only": {number | some number, person in people.list; not people.gone(person)},
	"none": "Nobody in the list of people is active.",
	"also": current(data.params["competence-max-age"]),
})

current(days) := duty.all_of([people.aged(competence, named, at, days) |
	some number, person in people.list
	not people.gone(person)
	some place, competence in person.competences
	named := sprintf("The competence %q of %s", [competence.what, person.name])
	at := sprintf("/organization/people/%d/competences/%d", [number, place])
])
