# METADATA
# title: Systems that decide about people are assessed for bias
# description: >-
#   Every system in a pilot or in use that takes part in decisions about people has an assessment of bias that is recent
#   enough.
# custom:
#   id: bias-assessed
#   subject: system
#   controls: [iso42001:A.5.4]
#   severity: high
#   remediation: >-
#     Compare the results of the system for the groups of people that it meets, and record state and completedOn under
#     practices.biasAssessment with the evidence record. Repeat it before it is older than the limit.
#   concerns: >-
#     The system is in a pilot or deployed, or the record does not say whether it is; and it takes part in decisions about
#     people, or the record does not say whether it does.
#   parameters: [bias-assessment-max-age]
#   duty: practice
#   states:
#     missing: >-
#       Or nobody recorded whether the system takes part in decisions about people: then nothing else is said.
package aims.rules.bias_assessed

import data.aims.lib.duty
import data.aims.lib.people
import data.aims.lib.scope

default record := {}

record := input.system.practices.biasAssessment

verdict := duty.practice({
	"concerns": scope.all_of([scope.in_use, people.decided_about]),
	"name": "The bias assessment",
	"record": record,
	"at": "/system/practices/biasAssessment",
	"obligatory": "a system that takes part in decisions about people",
	"maxAgeDays": data.params["bias-assessment-max-age"],
})
