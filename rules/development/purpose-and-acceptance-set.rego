# METADATA
# title: The intended use and the limits for acceptance are set
# description: >-
#   Every system that is built or used records what it is meant for, and the measures and limits at which it is accepted.
# custom:
#   id: purpose-and-acceptance-set
#   subject: system
#   controls: [iso42001:A.6.2.2]
#   severity: high
#   remediation: >-
#     Record purpose.intendedUse, and under development.acceptance each measure with operator and threshold.
#   parameters: []
#   duty: each
#   states:
#     missing: >-
#       Or nobody recorded the intended use.
#     observed: >-
#       Or the intended use is recorded.
package aims.rules.purpose_and_acceptance_set

import data.aims.lib.duty
import data.aims.lib.scope

default use := ""

use := input.system.purpose.intendedUse

default acceptance := null

acceptance := input.system.development.acceptance

verdict := duty.each({
	"concerns": scope.begun,
	"what": "the limits at which the system is accepted",
	"one": "The measure",
	"entries": acceptance,
	"at": "/system/development/acceptance",
	"name": "name",
	"needs": {"name": "its name", "operator": "an operator", "threshold": "a threshold"},
	"also": duty.filled({
		"what": "what the system is meant for",
		"value": use,
		"at": "/system/purpose/intendedUse",
		"said": "The intended use is recorded.",
	}),
})
