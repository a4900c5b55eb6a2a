# METADATA
# title: A sample of the logs was looked at
# description: >-
#   Somebody looked, recently enough, at a sample of the event logs of a deployed system.
# custom:
#   id: log-sample-checked
#   subject: system
#   controls: [iso42001:A.6.2.8]
#   severity: medium
#   remediation: >-
#     Look at a sample of the logs: are the events there, complete and readable? Record it under logging.sampleCheck:
#     state, completedOn, by and the evidence record.
#   parameters: [log-sample-max-age]
#   duty: practice
package aims.rules.log_sample_checked

import data.aims.lib.duty
import data.aims.lib.scope

default record := {}

record := input.system.logging.sampleCheck

verdict := duty.practice({
	"concerns": scope.deployed,
	"name": "The check of a sample of the logs",
	"record": record,
	"at": "/system/logging/sampleCheck",
	"maxAgeDays": data.params["log-sample-max-age"],
	"obligatory": "every deployed system",
})
