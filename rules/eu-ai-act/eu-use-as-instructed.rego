# METADATA
# title: The system is used as instructed, and its operation is watched
# description: >-
#   The deployer of a high-risk system took steps by which its use follows the instructions for use, and watches the
#   operation, so that risks and incidents are noticed, told and acted on.
# custom:
#   id: eu-use-as-instructed
#   subject: system
#   controls: [eu-ai-act:Art. 26, eu-ai-act:Art. 26(1), eu-ai-act:Art. 26(5)]
#   severity: high
#   remediation: >-
#     Compare the use with the instructions of the provider and settle who does what
#     (regulatory.euAiAct.useAsInstructed); set up monitoring in operation (practices.monitoring). Record state,
#     completedOn and the evidence record of both.
#   parameters: []
#   duty: practices
#   concerns: From the day on which Art. 26 applies.
#   states:
#     violation: >-
#       One of the two is recorded as not done, as not applicable or as completed on a day in the future.
#     stale: >-
#       One of the two was valid until a day that has passed.
#     missing: >-
#       One of the two is blank or recorded as unknown.
#     pending: >-
#       One of the two is under way.
#     observed: >-
#       Both are done.
package aims.rules.eu_use_as_instructed

import data.aims.lib.duty
import data.aims.lib.law

default instructed := {}

instructed := input.system.regulatory.euAiAct.useAsInstructed

default watched := {}

watched := input.system.practices.monitoring

concerned := law.deployer("art-26")

verdict := aside if {
	aside := duty.outside(concerned)
} else := duty.within(concerned, duty.all_of([
	law.done({
		"name": "The use by the instructions",
		"record": instructed,
		"at": "/system/regulatory/euAiAct/useAsInstructed",
		"obligatory": "the deployer of a high-risk system",
	}),
	law.done({
		"name": "The monitoring of the use",
		"record": watched,
		"at": "/system/practices/monitoring",
		"obligatory": "the deployer of a high-risk system",
	}),
]))
