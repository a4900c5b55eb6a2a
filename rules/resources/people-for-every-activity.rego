# METADATA
# title: Every activity of the life cycle has competent people
# description: >-
#   For each activity of the life cycle, from development to decommissioning, people are named, and what makes them
#   competent.
# custom:
#   id: people-for-every-activity
#   subject: system
#   controls: [iso42001:A.4.6]
#   severity: medium
#   remediation: >-
#     Record under resources.people for each activity who does it (people) and what makes them competent (competence).
#   parameters: []
#   duty: covers
#   states:
#     pending: >-
#       Or an activity is listed without people or their competence.
package aims.rules.people_for_every_activity

import data.aims.lib.duty
import data.aims.lib.scope

staff := input.system.resources.people

default activities := null

activities := {entry.activity | some entry in staff} if staff

verdict := duty.covers({
	"concerns": scope.begun,
	"name": "The list of people",
	"parts": data.reference.activities,
	"present": activities,
	"at": "/system/resources/people",
	"also": {"pending": {duty.item(sprintf("/system/resources/people/%d", [number]), sprintf(
		"%s is recorded without %s.",
		[duty.named("The activity", entry, "activity"), duty.listing(blank)],
	)) |
		some number, entry in staff
		blank := duty.lacking(entry, {"people": "people", "competence": "their competence"})
		count(blank) > 0
	}},
})
