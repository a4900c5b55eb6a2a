# METADATA
# title: Criteria for risks of AI are set
# description: >-
#   The method of risk assessment is approved and says by which criteria risks are rated and up to which level they are
#   accepted; a procedure describes it.
# custom:
#   id: risk-criteria-set
#   subject: organization
#   controls: [iso42001:6.1.1]
#   severity: high
#   remediation: >-
#     Record under riskMethod name, version, approvedBy, completedOn, criteria and acceptableUpTo, and the procedure as an
#     evidence record for iso42001:6.1.1.
#   parameters: [risk-criteria-max-age]
#   duty: record
#   states:
#     violation: >-
#       Its approval is dated in the future.
#     missing: >-
#       Nobody recorded a method.
#     pending: >-
#       A part of what belongs to the method is not recorded.
#     observed: >-
#       The method is recorded with criteria and the level up to which risks are accepted.
package aims.rules.risk_criteria_set

import data.aims.lib.duty
import data.aims.lib.scope

default method := {}

method := input.organization.riskMethod

verdict := duty.record(object.union(data.reference.records["risk-criteria-set"], {
	"concerns": scope.everyone,
	"maxAgeDays": data.params["risk-criteria-max-age"],
	"also": duty.all_of([described, duty.dated({
		"name": "The method of risk assessment",
		"made": "approved",
		"on": object.get(method, "completedOn", ""),
		"at": "/organization/riskMethod/completedOn",
	})]),
}))

described := duty.recorded({
	"name": "The method of risk assessment",
	"record": method,
	"at": "/organization/riskMethod",
	"needs": data.reference.iso42001.riskMethod,
})
