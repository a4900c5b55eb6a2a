# METADATA
# title: The impacts of every deployed system are assessed
# description: >-
#   Every deployed system has a completed assessment of its impacts on people and society that is recent enough and
#   was not overtaken by a substantial change; or somebody decided, with a reason, that a system of lower risk needs
#   none. The assessment of a system of high risk says what it found.
# custom:
#   id: impact-assessment-completed
#   subject: system
#   controls: [iso42001:6.1.4, iso42001:8.4, iso42001:A.5.2, iso42001:A.5.3]
#   severity: high
#   remediation: >-
#     Assess what the system can do to individuals, groups and society, and record it under impactAssessment: state,
#     completedOn, potentialImpacts and the evidence record. Repeat it before it is older than the limit and after each
#     substantial change. Where a system of lower risk needs none, record state not-applicable and the reason under note.
#   parameters: [impact-assessment-max-age]
#   duty: practice
#   states:
#     stale: >-
#       Or the system was changed substantially since.
#     pending: >-
#       Or the assessment is recorded as done, but nothing says what it found about a system of high risk.
package aims.rules.impact_assessment_completed

import data.aims.lib.dates
import data.aims.lib.duty
import data.aims.lib.risk
import data.aims.lib.scope

default record := {}

record := input.system.impactAssessment

verdict := duty.practice({
	"concerns": scope.deployed,
	"name": "The impact assessment",
	"record": record,
	"at": "/system/impactAssessment",
	"obligatory": "a deployed system of high risk",
	"maxAgeDays": data.params["impact-assessment-max-age"],
	"excusable": risk.lower,
	"also": {"stale": overtaken, "pending": empty_handed},
})

overtaken contains duty.item("/system/impactAssessment/completedOn", sprintf(
	"The impact assessment was completed %s; since then the system was changed substantially (%s, %s).",
	[dates.in_words(record.completedOn), change.what, dates.in_words(change.on)],
)) if {
	record.state == "done"
	some change in input.system.changes
	change.substantial == "yes"
	dates.after(change.on, record.completedOn)
	not dates.after(change.on, input.asOf)
}

empty_handed contains duty.item(
	"/system/impactAssessment",
	"The system is of high risk, and neither potential impacts nor an evidence record say what the impact assessment found.",
) if {
	record.state == "done"
	not risk.lower
	not record.potentialImpacts
	count(object.get(record, "evidence", [])) == 0
}
