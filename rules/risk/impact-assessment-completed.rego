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
package aims.rules.impact_assessment_completed

import data.aims.lib.dates
import data.aims.lib.deployment
import data.aims.lib.practice
import data.aims.lib.reasons
import data.aims.lib.risk

default stage := ""

stage := input.system.lifecycle.stage

default record := {}

record := input.system.impactAssessment

default lower_risk := false

lower_risk if not risk.high(input.system)

outcome := practice.outcome_once_deployed(stage, {
	"name": "The impact assessment",
	"record": record,
	"at": "/system/impactAssessment",
	"obligatory": "a deployed system of high risk",
	"asOf": input.asOf,
	"maxAgeDays": data.params["impact-assessment-max-age"],
	"excusable": lower_risk,
})

done if {
	record.state == "done"
	outcome.observed
}

# METADATA
# description: The system is deployed, or the record does not say whether it is.
applicable if deployment.possible(stage)

inapplicable contains reasons.not_deployed(stage)

# METADATA
# description: >-
#   The impact assessment is recorded as not done, as completed on a day in the future, or, of a system of high risk, as
#   not applicable.
violation contains item if some item in outcome.violation

# METADATA
# description: >-
#   The impact assessment was done, but longer ago than impact-assessment-max-age allows, or its last valid day has
#   passed, or the system was changed substantially since.
stale contains item if some item in outcome.stale

stale contains {
	"message": sprintf(
		"The impact assessment was completed %s; since then the system was changed substantially (%s, %s).",
		[dates.in_words(record.completedOn), change.what, dates.in_words(change.on)],
	),
	"at": "/system/impactAssessment/completedOn",
} if {
	done
	some change in input.system.changes
	change.substantial == "yes"
	dates.after(change.on, record.completedOn)
	not dates.after(change.on, input.asOf)
}

# METADATA
# description: >-
#   Nobody recorded whether the system is deployed, or it is recorded as unknown: then nothing else is said. Or nothing
#   is recorded about the impact assessment, its state is recorded as unknown, or a date cannot be read.
missing contains item if some item in outcome.missing

# METADATA
# description: >-
#   The impact assessment is in progress; or it is recorded as done, but nothing says what it found about a system of
#   high risk; or it is recorded as not applicable to a system of lower risk without a reason.
pending contains item if some item in outcome.pending

pending contains {
	"message": "The system is of high risk, and neither potential impacts nor an evidence record say what the impact assessment found.",
	"at": "/system/impactAssessment",
} if {
	done
	not lower_risk
	not record.potentialImpacts
	count(object.get(record, "evidence", [])) == 0
}

# METADATA
# description: >-
#   The impact assessment is done and still valid. Done without a date counts, and the message says that no date is
#   recorded. Or somebody decided that a system of lower risk needs none, and noted why.
observed contains item if some item in outcome.observed
