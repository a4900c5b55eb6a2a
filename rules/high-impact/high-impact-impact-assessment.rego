# METADATA
# title: Impact assessment of a high-impact system
# description: >-
#   A deployed high-impact system has a completed assessment of its impacts on people and society, and the assessment
#   is recent enough.
# custom:
#   id: high-impact-impact-assessment
#   subject: system
#   controls: [iso42001:6.1.4, iso42001:8.4, iso42001:A.5.2, iso42001:A.5.3]
#   severity: critical
#   remediation: >-
#     Complete the impact assessment, have it approved, and record it under impactAssessment: state, completedOn and
#     the evidence record of the assessment. Repeat it before it is older than the limit.
#   parameters: [impact-assessment-max-age]
package aims.rules.high_impact_impact_assessment

import data.aims.lib.deployment
import data.aims.lib.practice
import data.aims.lib.reasons

default stage := ""

stage := input.system.lifecycle.stage

default determination := ""

determination := input.system.regulatory.omb.highImpact

default record := {}

record := input.system.impactAssessment

outcome := practice.outcome_once_deployed(stage, {
	"name": "The impact assessment",
	"record": record,
	"at": "/system/impactAssessment",
	"obligatory": "a deployed high-impact system",
	"asOf": input.asOf,
	"maxAgeDays": data.params["impact-assessment-max-age"],
})

# METADATA
# description: >-
#   The system was determined to be high-impact under OMB M-25-21, and it is deployed, or the record does not say
#   whether it is. Where the determination itself is blank or recorded as unknown, the rule does not apply; the risk
#   tier (risk-tier-justified) and the review of the inventory entry (inventory-entry-fresh) speak for such a system.
applicable if {
	determination == "yes"
	deployment.possible(stage)
}

inapplicable contains reasons.not_deployed(stage)

inapplicable contains reasons.not_high_impact(determination)

# METADATA
# description: >-
#   The impact assessment is recorded as not done, as not applicable, or as completed on a day in the future.
violation contains item if some item in outcome.violation

# METADATA
# description: >-
#   The impact assessment was done, but longer ago than impact-assessment-max-age allows, or its last valid day has
#   passed.
stale contains item if some item in outcome.stale

# METADATA
# description: >-
#   Nobody recorded whether the system is deployed, or it is recorded as unknown: then nothing else is said. Or
#   nothing is recorded about the impact assessment, its state is recorded as unknown, or a date cannot be read.
missing contains item if some item in outcome.missing

# METADATA
# description: The impact assessment is in progress.
pending contains item if some item in outcome.pending

# METADATA
# description: >-
#   The impact assessment is done and still valid. Done without a date counts, and the message says that no date is
#   recorded.
observed contains item if some item in outcome.observed
