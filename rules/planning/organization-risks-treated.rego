# METADATA
# title: Risks above the threshold are treated
# description: >-
#   Each risk of the register from the demanded level upwards has a treatment, and each treatment says what is done, who
#   does it, and by when. The method of risk assessment accepts no level from which the profile demands treatment.
# custom:
#   id: organization-risks-treated
#   subject: organization
#   controls: [iso42001:6.1.3]
#   severity: high
#   remediation: >-
#     Record for each such risk at least one entry under treatments, with what, owner and due.
#   parameters: [risk-treatment-required-from]
#   duty: each
#   states:
#     violation: >-
#       The method of risk assessment accepts a level from which treatment is required.
#     missing: >-
#       The level of a risk is blank or recorded as unknown.
#     pending: >-
#       A treatment lacks something that belongs to it.
#     observed: >-
#       A treatment has all that belongs to it.
package aims.rules.organization_risks_treated

import data.aims.lib.duty
import data.aims.lib.organization_risks

level := data.params["risk-treatment-required-from"]

verdict := duty.each(object.union(organization_risks.check, {
	"needs": {"treatments": "a treatment"},
	"only": organization_risks.from(level),
	"none": sprintf("No risk has the level %s or a higher one, from which treatment is required.", [level]),
	"also": duty.all_of(array.concat([organization_risks.unrated, conflict], [duty.entered(plan) | some plan in plans])),
}))

# There is at least one treatment in each of these lists.
plans contains {
	"one": sprintf("%s: the treatment", [organization_risks.named(risk)]),
	"entries": risk.treatments,
	"at": sprintf("/organization/risks/%d/treatments", [number]),
	"name": "what",
	"needs": {"what": "what is done", "owner": "an owner", "due": "a day by which it is due"},
} if {
	some number in organization_risks.from(level)
	risk := organization_risks.list[number]
	count(risk.treatments) > 0
}

conflict := {"violation": {duty.item("/organization/riskMethod/acceptableUpTo", sprintf(
	"Risks are accepted up to the level %s, but treatment is required from %s upwards.",
	[accepted, level],
)) |
	accepted := input.organization.riskMethod.acceptableUpTo
	organization_risks.ranks[accepted] >= organization_risks.ranks[level]
}}
