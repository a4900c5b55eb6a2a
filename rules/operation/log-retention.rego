# METADATA
# title: Event logs are kept long enough
# description: >-
#   A deployed system of high risk records events while it runs and keeps them for at least the demanded number of
#   days.
# custom:
#   id: log-retention
#   subject: system
#   controls: [iso42001:A.6.2.8]
#   severity: high
#   remediation: >-
#     Turn event logging on for the deployed system, set the retention to the demanded number of days or more, and
#     record both under logging.enabled and logging.retentionDays.
#   parameters: [log-retention-days]
package aims.rules.log_retention

import data.aims.lib.deployment
import data.aims.lib.reasons
import data.aims.lib.risk

default stage := ""

stage := input.system.lifecycle.stage

required_days := data.params["log-retention-days"]

enabled := input.system.logging.enabled

kept_days := input.system.logging.retentionDays

logged_stages := input.system.logging.stages

high_risk if risk.high(input.system)

obliged if {
	high_risk
	stage == "deployed"
}

undetermined := deployment.undetermined(stage) if high_risk

# METADATA
# description: >-
#   The risk tier is high or above, or the system is high-impact under OMB M-25-21, or high-risk under the EU AI Act;
#   and it is deployed, or the record does not say whether it is. Where tier, determination and risk class are all
#   blank or recorded as unknown, the rule does not apply; the risk tier (risk-tier-justified) and the review of the
#   inventory entry (inventory-entry-fresh) speak for such a system.
applicable if {
	high_risk
	deployment.possible(stage)
}

inapplicable contains reasons.not_deployed(stage)

inapplicable contains {
	"message": sprintf(
		"Nothing recorded makes the system one of high risk (%s); the rule concerns systems that are.",
		[concat(", ", measures)],
	),
	"at": "/system/risk/tier",
} if {
	not high_risk
}

# The recorded measures of risk in a fixed order, a blank among them.
measures := [
	sprintf("risk tier: %s", [object.get(input.system, ["risk", "tier"], "blank")]),
	sprintf("high-impact under OMB M-25-21: %s", [object.get(input.system, ["regulatory", "omb", "highImpact"], "blank")]),
	sprintf("class under the EU AI Act: %s", [object.get(input.system, ["regulatory", "euAiAct", "riskClass"], "blank")]),
]

# METADATA
# description: >-
#   Event logging is recorded as off, or as off while the system is deployed, or the logs are kept for fewer days than
#   log-retention-days demands.
violation contains {
	"message": "Event logging is recorded as not enabled.",
	"at": "/system/logging/enabled",
} if {
	obliged
	enabled == "no"
}

violation contains {
	"message": sprintf("Event logs are kept for %d days; at least %d days are required.", [kept_days, required_days]),
	"at": "/system/logging/retentionDays",
} if {
	obliged
	kept_days < required_days
}

violation contains {
	"message": "Event logging is recorded as on in other stages only, not while the system is deployed.",
	"at": "/system/logging/stages",
} if {
	obliged
	logged_stages
	not "deployed" in logged_stages
}

# METADATA
# description: >-
#   Nobody recorded whether the system is deployed, or it is recorded as unknown: then nothing else is said. Or whether
#   events are logged, or for how long the logs are kept, is blank or recorded as unknown.
missing contains undetermined

missing contains {
	"message": "Nobody recorded whether event logging is enabled.",
	"at": "/system/logging/enabled",
} if {
	obliged
	not enabled
}

missing contains {
	"message": "Whether event logging is enabled is recorded as unknown.",
	"at": "/system/logging/enabled",
} if {
	obliged
	enabled == "unknown"
}

missing contains {
	"message": sprintf(
		"Nobody recorded for how many days event logs are kept; at least %d days are required.",
		[required_days],
	),
	"at": "/system/logging/retentionDays",
} if {
	obliged
	not kept_days
	not enabled == "no"
}

# METADATA
# description: Event logging is on, and the logs are kept long enough.
observed contains {
	"message": sprintf(
		"Event logging is on, and logs are kept for %d days; at least %d days are required.",
		[kept_days, required_days],
	),
	"at": "/system/logging/retentionDays",
} if {
	obliged
	enabled == "yes"
	kept_days >= required_days
}
