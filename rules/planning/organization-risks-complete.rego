# METADATA
# title: Each risk in the register has an owner, a level and a system
# description: >-
#   The register of risks of the organization is kept. Each risk says what harm it is about, to which system it belongs,
#   who owns it, and how high it is.
# custom:
#   id: organization-risks-complete
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
#       A risk names a system that is not there. Where systems were selected for the assessment, nobody can tell.
package aims.rules.organization_risks_complete

import data.aims.lib.duty
import data.aims.lib.organization_risks

verdict := duty.each(object.union(organization_risks.check, {
	"needs": {"harm": "a harm", "level": "a level", "owner": "an owner", "system": "a system"},
	"also": says,
}))

# Where the systems were narrowed to a selection, there may be others.
known := {system.id | some system in input.systems} | {system.id | some system in input.excluded}

says.violation contains duty.item(
	sprintf("/organization/risks/%d/system", [number]),
	sprintf("%s names the system %q, which is not there.", [organization_risks.named(risk), risk.system]),
) if {
	some number, risk in organization_risks.list
	not risk.system in known
	not input.selection
}
