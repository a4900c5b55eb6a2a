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

# METADATA
# description: >-
#   The system is in a pilot or deployed, or the record does not say whether it is.
# custom:
#   states:
#     missing: >-
#       Nobody recorded the stage of the life cycle, or it is recorded as unknown: then nothing else is said.
in_use := {
	"inapplicable": {reason |
		reason := reasons.not_in_use(stage)
		not deployment.undetermined(stage)
	},
	"unclear": {item | item := deployment.undetermined(stage)},
}

# METADATA
# description: >-
#   The system is being built or bought, in a pilot, or deployed. Where the stage is blank or recorded as unknown, the rule
#   applies.
begun := {"inapplicable": {reason | reason := reasons.not_begun(stage)}, "unclear": set()}

# METADATA
# description: >-
#   The system is retired.
retired := {"inapplicable": {reason | reason := reasons.not_retired(stage)}, "unclear": set()}

# METADATA
# description: >-
#   The organization made the system, or a part of it. Where the origin is blank or recorded as unknown, the rule applies.
developed := {"inapplicable": {reason | reason := reasons.purchased(object.get(input.system, "acquisition", ""))}, "unclear": set()}

# METADATA
# description: >-
#   Personal data are processed, or the record does not say whether they are.
# custom:
#   states:
#     missing: >-
#       Nobody recorded whether personal data are processed, or it is recorded as unknown: then nothing else is said.
personal_data := {
	"inapplicable": {reason | reason := reasons.no_personal_data(personal)},
	"unclear": {item | item := undetermined_personal[personal]},
}

default personal := ""

personal := input.system.data.personalData

undetermined_personal := {
	"": {"message": "Nobody recorded whether personal data are processed.", "at": "/system/data/personalData"},
	"unknown": {"message": "Whether personal data are processed is recorded as unknown.", "at": "/system/data/personalData"},
}

# METADATA
# description: >-
#   The system is one of the models and services of others: it names suppliers, or it was bought. Where the origin is blank
#   and no supplier is named, the rule does not apply.
supplied := {"inapplicable": {reason | reason := reasons.not_supplied(input.system)}, "unclear": set()}

# METADATA
# description: >-
#   The organization makes or offers AI: it, or one of its systems, has the role of provider or producer; or nobody recorded
#   a role.
# custom:
#   states:
#     missing: >-
#       Nobody recorded which role the organization or one of its systems has: then nothing else is said.
making := {
	"inapplicable": {reason | reason := reasons.not_making(ai_roles)},
	"unclear": {{
		"message": "Nobody recorded which role towards AI systems the organization has.",
		"at": "/organization/aiRoles",
	} |
		ai_roles == set()
	},
}

ai_roles := {role | some role in input.organization.aiRoles} | {role | some system in input.systems; some role in system.aiRoles}

# Whom all of the given ones concern: every reason counts.
all_of(scopes) := {
	"inapplicable": {reason | some scope in scopes; some reason in scope.inapplicable},
	"unclear": {reason | some scope in scopes; some reason in scope.unclear},
}
