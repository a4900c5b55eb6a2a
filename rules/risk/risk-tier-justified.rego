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
package aims.rules.risk_tier_justified

import data.aims.lib.dates
import data.aims.lib.reasons

ranks := {"minimal": 1, "limited": 2, "high": 3, "unacceptable": 4}

tier := input.system.risk.tier

required_from := data.params["risk-justification-required-from"]

justification_required if ranks[tier] >= ranks[required_from]

factors := {"impact", "scope", "explainability"}

level_of(factor) := input.system.risk.factors[factor].level

rationale_of(factor) := input.system.risk.factors[factor].rationale

at_factor(factor) := sprintf("/system/risk/factors/%s", [factor])

at_change(number) := sprintf("/system/changes/%d/on", [number])

determined_on := input.system.risk.determinedOn

# Substantial changes up to the day of the assessment, as far as their dates tell.
past_changes contains change if {
	some change in input.system.changes
	change.substantial == "yes"
	dates.readable(change.on)
	not dates.after(change.on, input.asOf)
}

retired if input.system.lifecycle.stage == "retired"

# METADATA
# description: The system is not retired.
applicable if not retired

inapplicable contains reasons.retired(input.system.lifecycle.stage)

# METADATA
# description: >-
#   A system of unacceptable risk is in a pilot or deployed, or the tier is recorded as determined on a day in the
#   future.
violation contains {
	"message": sprintf("The risk tier is unacceptable, yet the system is recorded as %s.", [words]),
	"at": "/system/risk/tier",
} if {
	tier == "unacceptable"
	words := {"pilot": "in a pilot", "deployed": "deployed"}[input.system.lifecycle.stage]
}

violation contains {
	"message": sprintf(
		"The risk tier is recorded as determined %s, which lies in the future of %s.",
		[dates.in_words(determined_on), input.asOf],
	),
	"at": "/system/risk/determinedOn",
} if {
	dates.after(determined_on, input.asOf)
}

# METADATA
# description: >-
#   The system was changed substantially, and nothing proves that it was before the tier was determined: the change is
#   later, or on the same day, or a date with month or year only leaves it open. A change whose date lies in the future
#   does not count yet, nor does one that is not recorded as substantial.
stale contains {
	"message": sprintf(
		"The risk tier was determined %s; since then the system was changed substantially (%s, %s).",
		[dates.in_words(determined_on), change.what, dates.in_words(change.on)],
	),
	"at": "/system/risk/determinedOn",
} if {
	some change in past_changes
	dates.after(change.on, determined_on)
}

stale contains {
	"message": sprintf(
		"The risk tier was determined %s; nothing proves that the substantial change (%s, %s) was before that.",
		[dates.in_words(determined_on), change.what, dates.in_words(change.on)],
	),
	"at": "/system/risk/determinedOn",
} if {
	dates.readable(determined_on)
	some change in past_changes
	not dates.before(change.on, determined_on)
	not dates.after(change.on, determined_on)
}

# METADATA
# description: >-
#   The tier is blank or recorded as unknown; or, from the demanded tier upwards, the justification or a factor is
#   blank, or the level of a factor is recorded as unknown. Or nobody can tell whether the tier outlived a substantial
#   change: the tier is recorded without the day on which it was determined, and the system was changed; or a
#   substantial change is recorded without a date; or one of these dates cannot be read.
missing contains {"message": "Nobody recorded the risk tier.", "at": "/system/risk/tier"} if {
	not tier
}

missing contains {"message": "The risk tier is recorded as unknown.", "at": "/system/risk/tier"} if {
	tier == "unknown"
}

missing contains {
	"message": sprintf(
		"Nobody recorded when the risk tier was determined, and the system was changed substantially %s (%s).",
		[dates.in_words(change.on), change.what],
	),
	"at": "/system/risk/determinedOn",
} if {
	ranks[tier]
	some change in past_changes
	not determined_on
}

missing contains {
	"message": sprintf("The date on which the risk tier was determined cannot be read: %v.", [determined_on]),
	"at": "/system/risk/determinedOn",
} if {
	determined_on
	not dates.readable(determined_on)
}

missing contains {
	"message": sprintf(
		"A substantial change (%s) has no date; nobody can tell whether the risk tier was determined after it.",
		[change.what],
	),
	"at": at_change(number),
} if {
	ranks[tier]
	some number, change in input.system.changes
	change.substantial == "yes"
	not change.on
}

missing contains {
	"message": sprintf("The date of a substantial change (%s) cannot be read: %v.", [change.what, change.on]),
	"at": at_change(number),
} if {
	some number, change in input.system.changes
	change.substantial == "yes"
	not dates.readable(change.on)
}

missing contains {
	"message": sprintf(
		"The risk tier is %s, but nobody recorded a justification; one is required from %s upwards.",
		[tier, required_from],
	),
	"at": "/system/risk/justification",
} if {
	justification_required
	not input.system.risk.justification
}

missing contains {
	"message": sprintf("The risk tier is %s, but nobody rated the factor %s.", [tier, factor]),
	"at": at_factor(factor),
} if {
	justification_required
	some factor in factors
	not level_of(factor)
	not rationale_of(factor)
}

missing contains {
	"message": sprintf("The level of the factor %s is recorded as unknown.", [factor]),
	"at": concat("", [at_factor(factor), "/level"]),
} if {
	justification_required
	some factor in factors
	level_of(factor) == "unknown"
}

# METADATA
# description: From the demanded tier upwards a factor has a level without a reason, or a reason without a level.
pending contains {
	"message": sprintf("The factor %s is rated %s, but no rationale is recorded.", [factor, level_of(factor)]),
	"at": at_factor(factor),
} if {
	justification_required
	some factor in factors
	not rationale_of(factor)
}

pending contains {
	"message": sprintf("The factor %s has a rationale, but no level is recorded.", [factor]),
	"at": at_factor(factor),
} if {
	justification_required
	some factor in factors
	rationale_of(factor)
	not level_of(factor)
}

# METADATA
# description: >-
#   The tier is recorded, and nothing that it demands is lacking. What is there of the justification is listed.
observed contains {
	"message": sprintf(
		"The risk tier is recorded as %s; a justification is required from %s upwards.",
		[tier, required_from],
	),
	"at": "/system/risk/tier",
} if {
	ranks[tier]
	ranks[required_from]
}

observed contains {"message": "The justification of the risk tier is recorded.", "at": "/system/risk/justification"} if {
	justification_required
	input.system.risk.justification
}

observed contains {
	"message": sprintf("The factor %s is rated %s, with a rationale.", [factor, level_of(factor)]),
	"at": at_factor(factor),
} if {
	justification_required
	some factor in factors
	level_of(factor) != "unknown"
	rationale_of(factor)
}
