# METADATA
# title: The risk tier is set and justified
# description: >-
#   Every system that is not retired has a risk tier. From the demanded tier upwards the tier is justified, and its
#   three factors (impact, scope, explainability) are rated with a reason. A system of unacceptable risk is not in
#   use.
# custom:
#   id: risk-tier-justified
#   subject: system
#   controls: [iso42001:6.1.2, iso42001:8.2]
#   severity: high
#   remediation: >-
#     Determine the tier by the method of the organization and record under risk: tier, justification, determinedOn,
#     and for each of factors.impact, factors.scope and factors.explainability a level and a rationale. Determine it
#     again after a substantial change. Take a system of unacceptable risk out of use.
#   parameters: [risk-justification-required-from]
#   duty: fields
#   states:
#     violation: >-
#       A system of unacceptable risk is in a pilot or deployed.
#     missing: >-
#       The tier is blank or recorded as unknown; or, from the demanded tier upwards, the justification or a
#       factor is blank, or the level of a factor is recorded as unknown.
#     pending: >-
#       From the demanded tier upwards a factor has a level without a reason, or a reason without a level.
#     observed: >-
#       The tier is recorded, and nothing that it demands is lacking. What is there of the justification is
#       listed.
package aims.rules.risk_tier_justified

import data.aims.lib.duty
import data.aims.lib.scope
import data.aims.lib.tiers

default tier := ""

tier := input.system.risk.tier

required_from := data.params["risk-justification-required-from"]

required if tiers.at_least(tier, required_from)

verdict := aside if {
	aside := duty.outside(scope.not_retired)
} else := duty.within(scope.not_retired, duty.all_of({says, named} | factors))

named := duty.blank({"what": "the risk tier", "value": tier, "at": "/system/risk/tier"})

says.violation contains duty.item("/system/risk/tier", sprintf(
	"The risk tier is unacceptable, yet the system is recorded as %s.",
	[{"pilot": "in a pilot", "deployed": "deployed"}[input.system.lifecycle.stage]],
)) if {
	tier == "unacceptable"
}

says.missing contains duty.item("/system/risk/justification", sprintf(
	"The risk tier is %s, but nobody recorded a justification; one is required from %s upwards.",
	[tier, required_from],
)) if {
	required
	not input.system.risk.justification
}

says.observed contains duty.item("/system/risk/tier", sprintf(
	"The risk tier is recorded as %s; a justification is required from %s upwards.",
	[tier, required_from],
)) if {
	tiers.ranks[tier]
	tiers.ranks[required_from]
}

says.observed contains duty.item("/system/risk/justification", "The justification of the risk tier is recorded.") if {
	required
	input.system.risk.justification
}

factors contains duty.rated({
	"what": sprintf("the factor %s", [factor]),
	"unrated": sprintf("The risk tier is %s, but nobody rated the factor %s.", [tier, factor]),
	"record": object.get(input.system, ["risk", "factors", factor], {}),
	"at": sprintf("/system/risk/factors/%s", [factor]),
}) if {
	required
	some factor in ["impact", "scope", "explainability"]
}
