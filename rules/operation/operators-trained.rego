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
#   duty: practice
package aims.rules.operators_trained

import data.aims.lib.duty
import data.aims.lib.risk
import data.aims.lib.scope

default record := {}

record := input.system.practices.training

verdict := duty.practice({
	"concerns": scope.deployed,
	"name": "Training of operators",
	"record": record,
	"at": "/system/practices/training",
	"obligatory": "a deployed system of high risk",
	"maxAgeDays": data.params["operator-training-max-age"],
	"excusable": risk.lower,
})
