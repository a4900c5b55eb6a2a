# METADATA
# title: Each risk in the register has an owner, a level and a system
# description: >-
#   The register of risks of the organization is kept. Each risk says what harm it is about, to which system it belongs,
#   who owns it, and how high it is.
# custom:
#   id: risks-complete
#   subject: organization
#   controls: [iso42001:6.1.2]
#   severity: high
#   remediation: >-
#     Record for each entry of risks: title, system (the id of a system of the workspace), harm, owner and level. Where
#     all risks stand in the descriptors of the systems, record an empty list.
#   parameters: []
#   duty: each
#   states:
#     violation: >-
#       A risk names a system that is not there.
package aims.rules.risks_complete

import data.aims.lib.duty
import data.aims.lib.risk_register

verdict := duty.each(object.union(risk_register.check, {
	"needs": {"harm": "a harm", "level": "a level", "owner": "an owner", "system": "a system"},
	"also": says,
}))

default systems := []

systems := input.systems

default excluded := []

excluded := input.excluded

says.violation contains duty.item(
	sprintf("/organization/risks/%d/system", [number]),
	sprintf("%s names the system %q, which is not there.", [risk_register.named(risk), risk.system]),
) if {
	some number, risk in risk_register.list
	not risk.system in {system.id | some system in array.concat(systems, excluded)}
	risk.system
}
