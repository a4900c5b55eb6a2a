# METADATA
# title: Risks above the threshold are treated
# description: >-
#   Each risk of the register from the demanded level upwards has a treatment, and each treatment says what is done, who
#   does it, and by when.
# custom:
#   id: risks-treated
#   subject: organization
#   controls: [iso42001:6.1.3, iso42001:6.1.1]
#   severity: high
#   remediation: >-
#     Record for each such risk at least one entry under treatments, with what, owner and due.
#   parameters: [risk-treatment-required-from]
#   duty: each
#   states:
#     missing: >-
#       The level of a risk is blank or recorded as unknown.
#     pending: >-
#       A treatment lacks something that belongs to it.
#     observed: >-
#       A treatment has all that belongs to it.
package aims.rules.risks_treated

import data.aims.lib.duty
import data.aims.lib.risk_register

level := data.params["risk-treatment-required-from"]

verdict := duty.each(object.union(risk_register.check, {
	"needs": {"treatments": "a treatment"},
	"only": risk_register.from(level),
	"none": sprintf("No risk has the level %s or a higher one, from which treatment is required.", [level]),
	"also": duty.all_of(array.concat([risk_register.unrated], [duty.entered(plan) | some plan in plans])),
}))

plans contains {
	"what": sprintf("the treatments of %s", [risk_register.named(risk)]),
	"one": sprintf("%s: the treatment", [risk_register.named(risk)]),
	"entries": risk.treatments,
	"at": sprintf("/organization/risks/%d/treatments", [number]),
	"name": "what",
	"needs": {"what": "what is done", "owner": "an owner", "due": "a day by which it is due"},
	"mayBeEmpty": true,
} if {
	some number in risk_register.from(level)
	risk := risk_register.list[number]
	count(risk.treatments) > 0
}
