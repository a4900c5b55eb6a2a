# METADATA
# title: The risks of every system are assessed
# description: >-
#   Every system that is built or used has a risk assessment that says by which method, when and by whom, and with which
#   rating.
# custom:
#   id: risk-assessed
#   subject: system
#   controls: [iso42001:6.1.2]
#   severity: high
#   remediation: >-
#     Assess the risks by the method of the organization, and record method, completedOn, assessor and rating under
#     risk.assessments.
#   parameters: []
#   duty: each
package aims.rules.risk_assessed

import data.aims.lib.duty
import data.aims.lib.scope

default assessments := null

assessments := input.system.risk.assessments

verdict := duty.each({
	"concerns": scope.begun,
	"what": "the risk assessments of the system",
	"one": "The risk assessment",
	"entries": assessments,
	"at": "/system/risk/assessments",
	"name": "id",
	"needs": {
		"method": "a method",
		"completedOn": "the day of its completion",
		"assessor": "who assessed",
		"rating": "a rating",
	},
})
