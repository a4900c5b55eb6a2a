# METADATA
# title: Every deployed system was tested
# description: >-
#   Every deployed system was tested against its intended use, and the test is recent enough.
# custom:
#   id: testing-completed
#   subject: system
#   controls: [iso42001:A.6.2.4]
#   severity: high
#   remediation: >-
#     Test the system against its intended use, with criteria fixed beforehand, and record the result under
#     practices.testing: state, completedOn and the evidence record of the test report. Repeat the test before it is
#     older than the limit.
#   parameters: [testing-max-age]
package aims.rules.testing_completed

import data.aims.lib.deployment
import data.aims.lib.practice
import data.aims.lib.reasons

default stage := ""

stage := input.system.lifecycle.stage

default record := {}

record := input.system.practices.testing

outcome := practice.outcome_once_deployed(stage, {
	"name": "Testing",
	"record": record,
	"at": "/system/practices/testing",
	"obligatory": "every deployed system",
	"asOf": input.asOf,
	"maxAgeDays": data.params["testing-max-age"],
})

# METADATA
# description: The system is deployed, or the record does not say whether it is.
applicable if deployment.possible(stage)

inapplicable contains reasons.not_deployed(stage)

# METADATA
# description: >-
#   Testing is recorded as not done, as not applicable, or as completed on a day in the future.
violation contains item if some item in outcome.violation

# METADATA
# description: >-
#   Testing was done, but longer ago than testing-max-age allows, or its last valid day has passed.
stale contains item if some item in outcome.stale

# METADATA
# description: >-
#   Nobody recorded whether the system is deployed, or it is recorded as unknown: then nothing else is said. Or
#   nothing is recorded about testing, its state is recorded as unknown, or a date cannot be read.
missing contains item if some item in outcome.missing

# METADATA
# description: >-
#   Testing is in progress.
pending contains item if some item in outcome.pending

# METADATA
# description: >-
#   Testing is done and still valid. Done without a date counts, and the message says that no date is
#   recorded.
observed contains item if some item in outcome.observed
