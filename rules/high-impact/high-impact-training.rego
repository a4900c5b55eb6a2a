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
#   duty: practice
package aims.rules.high_impact_training

import data.aims.lib.duty
import data.aims.lib.scope

default record := {}

record := input.system.practices.training

verdict := duty.practice({
	"concerns": scope.all_of([scope.deployed, scope.high_impact]),
	"name": "Training of operators",
	"record": record,
	"at": "/system/practices/training",
	"obligatory": "a deployed high-impact system",
	"maxAgeDays": data.params["operator-training-max-age"],
})
