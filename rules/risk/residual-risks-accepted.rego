# METADATA
# title: What remains of a risk is accepted
# description: >-
#   For each registered risk of the demanded level or above somebody recorded what remains after treatment, and who accepted
#   that and when.
# custom:
#   id: residual-risks-accepted
#   subject: system
#   controls: [iso42001:6.1.3]
#   severity: high
#   remediation: >-
#     Rate what remains of the risk and have its owner accept it. Record level, acceptedBy and acceptedOn under residual of
#     the risk.
#   parameters: [risk-treatment-required-from]
#   duty: given
#   states:
#     violation: >-
#       The acceptance is dated in the future.
#     missing: >-
#       Or nobody recorded the risks; or a risk has no level, so that nobody can tell whether it has to be treated.
package aims.rules.residual_risks_accepted

import data.aims.lib.dates
import data.aims.lib.duty
import data.aims.lib.risk_register as register

from := data.params["risk-treatment-required-from"]

verdict := register.over_above(accepted | ahead, from)

accepted contains duty.recorded({
	"name": sprintf("The residual risk of %q", [object.get(risk, "title", "a risk without a name")]),
	"record": object.get(risk, "residual", {}),
	"at": register.place(number, "residual"),
	"needs": {"level": "a level", "acceptedBy": "who accepted it", "acceptedOn": "the day of the acceptance"},
}) if {
	some number in register.above(from)
	risk := register.recorded[number]
}

ahead contains {"violation": {duty.item(register.place(number, "residual/acceptedOn"), sprintf(
	"%s is recorded as accepted %s, which lies in the future of %s.",
	[register.named(risk), dates.in_words(risk.residual.acceptedOn), input.asOf],
))}} if {
	some number in register.above(from)
	risk := register.recorded[number]
	dates.after(risk.residual.acceptedOn, input.asOf)
}
