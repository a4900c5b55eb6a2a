# METADATA
# title: Testing before a high-impact system is used
# description: >-
#   A deployed high-impact system was tested under conditions like those of its use, and the test is recent enough.
# custom:
#   id: high-impact-testing
#   subject: system
#   controls: [iso42001:A.6.2.4]
#   severity: high
#   remediation: >-
#     Test the system against its intended use and record the result under practices.testing: state, completedOn and
#     the evidence record of the test report. Repeat the test before it is older than the limit.
#   parameters: [testing-max-age]
package aims.rules.high_impact_testing

import data.aims.lib.deployment
import data.aims.lib.practice
import data.aims.lib.reasons

default stage := ""

stage := input.system.lifecycle.stage

default determination := ""

determination := input.system.regulatory.omb.highImpact

default record := {}

record := input.system.practices.testing

outcome := practice.outcome_once_deployed(stage, {
	"name": "Testing",
	"record": record,
	"at": "/system/practices/testing",
	"obligatory": "a deployed high-impact system",
	"asOf": input.asOf,
	"maxAgeDays": data.params["testing-max-age"],
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
# description: Testing is recorded as not done, as not applicable, or as completed on a day in the future.
violation contains item if some item in outcome.violation

# METADATA
# description: Testing was done, but longer ago than testing-max-age allows, or its last valid day has passed.
stale contains item if some item in outcome.stale

# METADATA
# description: >-
#   Nobody recorded whether the system is deployed, or it is recorded as unknown: then nothing else is said. Or
#   nothing is recorded about testing, its state is recorded as unknown, or a date cannot be read.
missing contains item if some item in outcome.missing

# METADATA
# description: Testing is in progress.
pending contains item if some item in outcome.pending

# METADATA
# description: >-
#   Testing is done and still valid. Done without a date counts, and the message says that no date is recorded.
observed contains item if some item in outcome.observed
