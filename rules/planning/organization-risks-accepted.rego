# METADATA
# title: What remains of risks above the threshold is accepted by somebody
# description: >-
#   Each risk of the register from the demanded level upwards says what level remains after treatment, who accepted that,
#   and when.
# custom:
#   id: organization-risks-accepted
#   subject: organization
#   controls: [iso42001:6.1.3]
#   severity: high
#   remediation: >-
#     Let whoever answers for the risk accept what remains, and record residual.level, residual.acceptedBy and
#     residual.acceptedOn.
#   parameters: [risk-treatment-required-from]
#   duty: each
#   states:
#     violation: >-
#       An acceptance is dated in the future.
#     missing: >-
#       The level of a risk is blank or recorded as unknown, or the date of an acceptance cannot be read.
package aims.rules.organization_risks_accepted

import data.aims.lib.duty
import data.aims.lib.organization_risks

acceptances contains {
	"name": sprintf("What remains of %s", [duty.inner(organization_risks.named(risk))]),
	"made": "accepted",
	"on": object.get(risk, ["residual", "acceptedOn"], ""),
	"at": sprintf("/organization/risks/%d/residual/acceptedOn", [number]),
} if {
	some number, risk in organization_risks.list
}

verdict := judged(data.params["risk-treatment-required-from"])

judged(level) := duty.each(object.union(organization_risks.check, {
	"needs": {
		"residual/level": "the level that remains",
		"residual/acceptedBy": "who accepted what remains",
		"residual/acceptedOn": "the day of the acceptance",
	},
	"only": organization_risks.from(level),
	"none": sprintf("No risk has the level %s or a higher one, from which acceptance is required.", [level]),
	"also": duty.all_of(array.concat([organization_risks.unrated], [duty.dated(acceptance) | some acceptance in acceptances])),
}))
