# Whom a rule concerns, going by what the descriptor records: objects with
#   inapplicable  why the rule does not concern the system, items {"message", "at"}; empty where it does
#   unclear       why nobody can tell whether it does, likewise; the rule then says that and nothing else
#
# A duty that begins with deployment does not fall away because the stage is blank: that is unclear. Decisions about people
# are made somehow: where the record does not say how, that is unclear, too.
package aims.lib.scope

import data.aims.lib.deployment
import data.aims.lib.reasons

default stage := ""

stage := input.system.lifecycle.stage

default determination := ""

determination := input.system.regulatory.omb.highImpact

default tier := ""

tier := input.system.risk.tier

default decisions := {}

decisions := input.system.decisions

# METADATA
# description: Always.
everyone := {"inapplicable": set(), "unclear": set()}

# METADATA
# description: >-
#   The system is not retired.
not_retired := {"inapplicable": {reason | reason := reasons.retired(stage)}, "unclear": set()}

# METADATA
# description: >-
#   The system is deployed, or the record does not say whether it is.
# custom:
#   states:
#     missing: >-
#       Nobody recorded whether the system is deployed, or it is recorded as unknown: then nothing else is said.
deployed := {
	"inapplicable": {reason | reason := reasons.not_deployed(stage)},
	"unclear": {item | item := deployment.undetermined(stage)},
}

# METADATA
# description: >-
#   The system was determined to be high-impact under OMB M-25-21. Where the determination itself is blank or
#   recorded as unknown, the rule does not apply; the risk tier (risk-tier-justified) and the review of the
#   inventory entry (inventory-entry-fresh) speak for such a system.
high_impact := {"inapplicable": {reason | reason := reasons.not_high_impact(determination)}, "unclear": set()}

# METADATA
# description: >-
#   The risk tier is high or above, or the system is high-impact under OMB M-25-21, or high-risk under the EU AI
#   Act. Where tier, determination and risk class are all blank or recorded as unknown, the rule does not apply;
#   the risk tier (risk-tier-justified) and the review of the inventory entry (inventory-entry-fresh) speak for
#   such a system.
high_risk := {"inapplicable": {reason | reason := reasons.not_high_risk(input.system)}, "unclear": set()}

# METADATA
# description: >-
#   The risk tier of the system is recorded.
tiered := {"inapplicable": {reason | reason := reasons.not_tiered(tier)}, "unclear": set()}

# METADATA
# description: >-
#   The system is in a pilot or deployed and decides by itself, with or without review; or it concerns decisions
#   about people and the record does not say how far it decides.
# custom:
#   states:
#     missing: >-
#       The record does not say how far a system decides about people: then nothing else is said.
deciding := {
	"inapplicable": ({reason | reason := reasons.not_in_use(stage)} | {reason | reason := reasons.not_deciding(decisions)}),
	"unclear": {item | item := undetermined_decisions},
}

undetermined_decisions := {
	"message": sprintf(
		"The system is used in decisions about people, but how far it decides is %s; nobody can tell if it needs oversight.",
		[reasons.blank_words[object.get(decisions, "automation", "")]],
	),
	"at": "/system/decisions/automation",
} if {
	decisions.aboutPeople == "yes"
}

# Whom all of the given ones concern: every reason counts.
all_of(scopes) := {
	"inapplicable": union({scope.inapplicable | some scope in scopes}),
	"unclear": union({scope.unclear | some scope in scopes}),
}
