# METADATA
# title: What is measured has a method, an interval and an owner
# description: >-
#   Each metric of the AI management system says how it is measured, how often, and by whom.
# custom:
#   id: measurements-defined
#   subject: organization
#   controls: [iso42001:9.1]
#   severity: medium
#   remediation: >-
#     List the metrics under measurements, each with method, intervalDays and owner.
#   parameters: []
#   duty: each
package aims.rules.measurements_defined

import data.aims.lib.duty
import data.aims.lib.scope

default measurements := null

measurements := input.organization.measurements

verdict := duty.each({
	"concerns": scope.everyone,
	"what": "the metrics of the AI management system",
	"one": "The metric",
	"entries": measurements,
	"at": "/organization/measurements",
	"name": "name",
	"needs": {"method": "a method", "intervalDays": "an interval", "owner": "an owner"},
})
