# METADATA
# title: The procedure of impact assessment is approved
# description: >-
#   It is recorded how impacts on people and society are assessed, and on which occasions; an approved procedure describes
#   it.
# custom:
#   id: impact-method-approved
#   subject: organization
#   controls: [iso42001:6.1.4]
#   severity: high
#   remediation: >-
#     Record under impactMethod name, version, approvedBy, completedOn and triggers, and the procedure as an evidence
#     record for iso42001:6.1.4.
#   parameters: [impact-method-max-age]
#   duty: record
#   states:
#     violation: >-
#       The approval is dated in the future.
#     missing: >-
#       Nobody recorded a method, or the date of its approval cannot be read.
#     pending: >-
#       A part of what belongs to the method is not recorded.
#     observed: >-
#       The method is recorded with its approval and occasions.
package aims.rules.impact_method_approved

import data.aims.lib.duty
import data.aims.lib.scope

default method := {}

method := input.organization.impactMethod

verdict := duty.record(object.union(data.reference.records["impact-method-approved"], {
	"concerns": scope.everyone,
	"maxAgeDays": data.params["impact-method-max-age"],
	"also": duty.all_of([
		duty.recorded({
			"name": "The method of impact assessment",
			"record": method,
			"at": "/organization/impactMethod",
			"needs": data.reference.iso42001.impactMethod,
		}),
		duty.dated({
			"name": "The method of impact assessment",
			"made": "approved",
			"on": object.get(method, "completedOn", ""),
			"at": "/organization/impactMethod/completedOn",
		}),
	]),
}))
