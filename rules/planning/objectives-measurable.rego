# METADATA
# title: AI objectives are measurable and planned
# description: >-
#   Each AI objective has a metric and a target, an owner, and a day by which it is to be reached.
# custom:
#   id: objectives-measurable
#   subject: organization
#   controls: [iso42001:6.2]
#   severity: medium
#   remediation: >-
#     Record for each entry of objectives: name, metric, target, owner and due.
#   parameters: []
#   duty: each
package aims.rules.objectives_measurable

import data.aims.lib.duty
import data.aims.lib.scope

default objectives := null

objectives := input.organization.objectives

verdict := duty.each({
	"concerns": scope.everyone,
	"what": "the AI objectives",
	"one": "The objective",
	"entries": objectives,
	"at": "/organization/objectives",
	"name": "name",
	"needs": {
		"metric": "a metric",
		"target": "a target",
		"owner": "an owner",
		"due": "a day by which it is due",
	},
})
