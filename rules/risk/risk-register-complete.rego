# METADATA
# title: Every risk of a system is registered with owner and level
# description: >-
#   The risk register of every system that is built or used names for each risk its owner, the harm and whom it hits, the
#   likelihood and severity with a reason, and the level.
# custom:
#   id: risk-register-complete
#   subject: system
#   controls: [iso42001:6.1.2]
#   severity: high
#   remediation: >-
#     Register each risk under risk.register with title, dimension, owner, harm, affectedGroups, likelihood and severity
#     (level and rationale), and level.
#   parameters: []
#   duty: each
package aims.rules.risk_register_complete

import data.aims.lib.duty
import data.aims.lib.risk_register as register
import data.aims.lib.scope

verdict := duty.each({
	"concerns": scope.begun,
	"what": "the risks of the system",
	"one": "The risk",
	"entries": register.recorded,
	"at": register.at,
	"name": "title",
	"needs": {
		"dimension": "a dimension",
		"owner": "an owner",
		"harm": "the harm",
		"affectedGroups": "the affected groups",
		"likelihood/level": "a likelihood",
		"likelihood/rationale": "a reason for the likelihood",
		"severity/level": "a severity",
		"severity/rationale": "a reason for the severity",
		"level": "a level",
	},
})
