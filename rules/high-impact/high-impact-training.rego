# METADATA
# title: Training of the people who run a high-impact system
# description: >-
#   The people who operate or oversee a deployed high-impact system were trained for it, and the training is recent
#   enough.
# custom:
#   id: high-impact-training
#   subject: system
#   controls: [iso42001:7.2, iso42001:A.4.6]
#   severity: high
#   remediation: >-
#     Train operators and overseers for this system and record it under practices.training: state, completedOn and the
#     evidence record of attendance. Repeat the training before it is older than the limit.
#   parameters: [operator-training-max-age]
package aims.rules.high_impact_training

import data.aims.lib.deployment
import data.aims.lib.practice
import data.aims.lib.reasons

default stage := ""

stage := input.system.lifecycle.stage

default determination := ""

determination := input.system.regulatory.omb.highImpact

default record := {}

record := input.system.practices.training

outcome := practice.outcome_once_deployed(stage, {
	"name": "Training of operators",
	"record": record,
	"at": "/system/practices/training",
	"obligatory": "a deployed high-impact system",
	"asOf": input.asOf,
	"maxAgeDays": data.params["operator-training-max-age"],
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
#   Training of operators is recorded as not done, as not applicable, or as completed on a day in the future.
violation contains item if some item in outcome.violation

# METADATA
# description: >-
#   Training of operators was done, but longer ago than operator-training-max-age allows, or its last valid day has
#   passed.
stale contains item if some item in outcome.stale

# METADATA
# description: >-
#   Nobody recorded whether the system is deployed, or it is recorded as unknown: then nothing else is said. Or
#   nothing is recorded about training of operators, its state is recorded as unknown, or a date cannot be read.
missing contains item if some item in outcome.missing

# METADATA
# description: Training of operators is in progress.
pending contains item if some item in outcome.pending

# METADATA
# description: >-
#   Training of operators is done and still valid. Done without a date counts, and the message says that no date is
#   recorded.
observed contains item if some item in outcome.observed
