# METADATA
# title: The deployer watches the operation of the system
# description: >-
#   The deployer of a high-risk system watches its operation by the instructions for use, so that risks and incidents
#   are noticed, reported and acted on.
# custom:
#   id: eu-deployer-monitoring
#   subject: system
#   controls: [eu-ai-act:Art. 26(5)]
#   severity: high
#   remediation: >-
#     Set up monitoring in operation and record it under practices.monitoring with state, completedOn (the day it was
#     set up or last confirmed) and the evidence record.
#   parameters: []
#   duty: practice
#   concerns: >-
#     Deployed high-risk systems of which the organization is the deployer, from the day on which Art. 26 applies.
package aims.rules.eu_deployer_monitoring

import data.aims.lib.duty
import data.aims.lib.law

default record := {}

record := input.system.practices.monitoring

verdict := duty.practice({
	"concerns": law.deployer("art-26"),
	"name": "The monitoring of the use",
	"record": record,
	"at": "/system/practices/monitoring",
	"obligatory": "the deployer of a high-risk system",
})
