# METADATA
# title: Risks above the threshold have a treatment with owner and day
# description: >-
#   Each registered risk of the demanded level or above has at least one treatment, which says what is done, who sees to it
#   and by when.
# custom:
#   id: risk-treatments-planned
#   subject: system
#   controls: [iso42001:6.1.3]
#   severity: high
#   remediation: >-
#     Plan a treatment for each of these risks, and record under treatments of the risk: what, owner and due.
#   parameters: [risk-treatment-required-from]
#   duty: each
#   states:
#     violation: >-
#       Or the treatments of a risk are recorded as none.
#     missing: >-
#       Or a risk has no level, so that nobody can tell whether it has to be treated.
package aims.rules.risk_treatments_planned

import data.aims.lib.duty
import data.aims.lib.risk_register as register

from := data.params["risk-treatment-required-from"]

verdict := register.over_above(
	{outcome |
		some number in register.above(from)
		risk := register.recorded[number]
		outcome := duty.entered({
			"what": sprintf("the treatments of the %s risk %q", [risk.level, object.get(risk, "title", "without a name")]),
			"one": sprintf("%s: the treatment", [register.named(risk)]),
			"entries": object.get(risk, "treatments", null),
			"at": register.place(number, "treatments"),
			"name": "what",
			"needs": {"what": "what is done", "owner": "an owner", "due": "the day by which it is due"},
		})
	},
	from,
)
