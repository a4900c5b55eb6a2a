# METADATA
# title: Each activity of the life cycle has competent people
# description: >-
#   For each activity of the life cycle of AI systems there is somebody who is active and whose competence for it is
#   current.
# custom:
#   id: activities-staffed
#   subject: organization
#   controls: [iso42001:A.4.6, iso42001:7.2]
#   severity: medium
#   remediation: >-
#     Record under people who does what: active, and competences with the activity under for and its obtainedOn. Train or
#     appoint somebody for the activities that nobody is competent for.
#   parameters: [competence-max-age]
#   duty: covers
package aims.rules.activities_staffed

import data.aims.lib.duty
import data.aims.lib.scope
import data.aims.lib.staff

verdict := duty.covers({
	"concerns": scope.everyone,
	"name": "Current competence of active people",
	"parts": data.reference.activities,
	"present": staffed(data.params["competence-max-age"]),
	"at": "/organization/people",
})

staffed(_) := null if staff.list == null

staffed(days) := {activity |
	some person in staff.list
	staff.active(person)
	some competence in person.competences
	staff.aged(competence, "", "", days).observed
	some activity in competence.for
} if {
	staff.list != null
}
