# METADATA
# title: The people who run a deployed system are trained
# description: >-
#   The people who operate or oversee a deployed system were trained for it, and the training is recent enough; or
#   somebody decided, with a reason, that a system of lower risk needs none.
# custom:
#   id: operators-trained
#   subject: system
#   controls: [iso42001:7.2, iso42001:A.4.6]
#   severity: medium
#   remediation: >-
#     Train operators and overseers for this system, its limits and their power to step in, and record it under
#     practices.training: state, completedOn and the evidence record of attendance. Repeat the training before it is
#     older than the limit. Where nobody has to be trained to run a system of lower risk, record state not-applicable
#     and the reason under note.
#   parameters: [operator-training-max-age]
package aims.rules.operators_trained

import data.aims.lib.deployment
import data.aims.lib.practice
import data.aims.lib.reasons
import data.aims.lib.risk

default stage := ""

stage := input.system.lifecycle.stage

default record := {}

record := input.system.practices.training

default lower_risk := false

lower_risk if not risk.high(input.system)

outcome := practice.outcome_once_deployed(stage, {
	"name": "Training of operators",
	"record": record,
	"at": "/system/practices/training",
	"obligatory": "a deployed system of high risk",
	"asOf": input.asOf,
	"maxAgeDays": data.params["operator-training-max-age"],
	"excusable": lower_risk,
})

# METADATA
# description: The system is deployed, or the record does not say whether it is.
applicable if deployment.possible(stage)

inapplicable contains reasons.not_deployed(stage)

# METADATA
# description: >-
#   Training of operators is recorded as not done, as completed on a day in the future, or, of a system of high
#   risk, as not applicable.
violation contains item if some item in outcome.violation

# METADATA
# description: >-
#   Training of operators was done, but longer ago than operator-training-max-age allows, or its last valid day has passed.
stale contains item if some item in outcome.stale

# METADATA
# description: >-
#   Nobody recorded whether the system is deployed, or it is recorded as unknown: then nothing else is said. Or
#   nothing is recorded about training of operators, its state is recorded as unknown, or a date cannot be read.
missing contains item if some item in outcome.missing

# METADATA
# description: >-
#   Training of operators is in progress; or it is recorded as not applicable to a system of lower risk without a
#   reason.
pending contains item if some item in outcome.pending

# METADATA
# description: >-
#   Training of operators is done and still valid. Done without a date counts, and the message says that no date is
#   recorded. Or somebody decided that a system of lower risk needs none, and noted why.
observed contains item if some item in outcome.observed
