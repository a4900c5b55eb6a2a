# METADATA
# title: The levels of risks follow from likelihood and severity
# description: >-
#   Each registered risk has a level between its likelihood and its severity, and is compared with the level from which risks
#   have to be treated.
# custom:
#   id: risk-levels-follow-criteria
#   subject: system
#   controls: [iso42001:6.1.1]
#   severity: medium
#   remediation: >-
#     Rate likelihood, severity and level of each risk under risk.register by the criteria of the organization. Correct a
#     level that lies below both or above both.
#   parameters: [risk-treatment-required-from]
#   duty: limit
#   states:
#     violation: >-
#       A level lies below both likelihood and severity, or above both.
#     missing: >-
#       Nobody recorded the risks; or level, likelihood or severity of a risk is blank or recorded as unknown.
#     observed: >-
#       A level lies between the two, and the message says whether the risk has to be treated; or no risk is recorded.
package aims.rules.risk_levels_follow_criteria

import data.aims.lib.duty
import data.aims.lib.risk_register as register

ranks := register.ranks

treated_from := data.params["risk-treatment-required-from"]

verdict := register.over(outcomes, sprintf("No risk is registered; risks would have to be treated from %s upwards.", [treated_from]))

outcomes contains outcome(number, risk) if some number, risk in register.recorded

outcome(number, risk) := {"missing": {duty.item(sprintf("%s/%d", [register.at, number]), sprintf(
	"%s has no rating of %s.",
	[register.named(risk), duty.listing(blank)],
))}} if {
	blank := duty.lacking(risk, {"likelihood/level": "its likelihood", "severity/level": "its severity", "level": "its level"})
	count(blank) > 0
} else := {"violation": {duty.item(register.place(number, "level"), sprintf(
	"%s is rated %s, with the likelihood %s and the severity %s: the level does not lie between them.",
	[register.named(risk), risk.level, risk.likelihood.level, risk.severity.level],
))}} if {
	factors := {ranks[risk.likelihood.level], ranks[risk.severity.level]}
	not ranks[risk.level] in numbers.range(min(factors), max(factors))
} else := {"observed": {duty.item(register.place(number, "level"), sprintf(
	"%s is rated %s; risks have to be treated from %s upwards.",
	[register.named(risk), risk.level, treated_from],
))}}
