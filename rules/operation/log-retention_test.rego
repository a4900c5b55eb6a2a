package aims.rules.log_retention_test

import data.aims.lib.expectation_test as expectation
import data.aims.rules.log_retention as rule

said(system) := verdict if {
	verdict := rule.verdict with input as expectation.about(system) with data.params as expectation.params
}

said_of(logging) := said({"lifecycle": {"stage": "deployed"}, "risk": {"tier": "high"}, "logging": logging})

observed(days) := {
	"message": sprintf("Event logging is on, and logs are kept for %d days; at least 184 days are required.", [days]),
	"at": "/system/logging/retentionDays",
}

retention_blank := {
	"message": "Nobody recorded for how many days event logs are kept; at least 184 days are required.",
	"at": "/system/logging/retentionDays",
}

nothing_recorded := expectation.says({"missing": {
	{"message": "Nobody recorded whether event logging is enabled.", "at": "/system/logging/enabled"},
	retention_blank,
}})

test_passes_when_kept_long_enough if {
	said_of({"enabled": "yes", "retentionDays": 184}) == expectation.says({"observed": {observed(184)}})
	said_of({"enabled": "yes", "retentionDays": 1096, "stages": ["pilot", "deployed"]}) == expectation.says({"observed": {observed(1096)}})
}

test_fails_when_kept_too_short if {
	said_of({"enabled": "yes", "retentionDays": 183}) == expectation.says({"violation": {{
		"message": "Event logs are kept for 183 days; at least 184 days are required.",
		"at": "/system/logging/retentionDays",
	}}})
	said_of({"enabled": "yes", "retentionDays": 0}) == expectation.says({"violation": {{
		"message": "Event logs are kept for 0 days; at least 184 days are required.",
		"at": "/system/logging/retentionDays",
	}}})
}

test_fails_when_logging_is_off if {
	said_of({"enabled": "no"}) == expectation.says({"violation": {{
		"message": "Event logging is recorded as not enabled.",
		"at": "/system/logging/enabled",
	}}})
}

test_fails_when_logging_is_off_in_deployment if {
	said_of({"enabled": "yes", "retentionDays": 365, "stages": ["development", "pilot"]}) == expectation.says({
		"violation": {{
			"message": "Event logging is recorded as on in other stages only, not while the system is deployed.",
			"at": "/system/logging/stages",
		}},
		"observed": {observed(365)},
	})
}

test_missing_when_blank if {
	said({"lifecycle": {"stage": "deployed"}, "risk": {"tier": "high"}}) == nothing_recorded
	said_of({}) == nothing_recorded
}

test_missing_when_partly_blank if {
	said_of({"enabled": "yes"}) == expectation.says({"missing": {retention_blank}})
	said_of({"retentionDays": 365}) == expectation.says({"missing": {{
		"message": "Nobody recorded whether event logging is enabled.",
		"at": "/system/logging/enabled",
	}}})
}

test_missing_when_unknown if {
	said_of({"enabled": "unknown", "retentionDays": 365}) == expectation.says({"missing": {{
		"message": "Whether event logging is enabled is recorded as unknown.",
		"at": "/system/logging/enabled",
	}}})
}

test_applies_to_deployed_systems_of_high_risk_by_any_measure if {
	every system in high_by_any_measure {
		said(object.union(system, {"lifecycle": {"stage": "deployed"}})) == nothing_recorded
	}
}

high_by_any_measure := [
	{"risk": {"tier": "high"}},
	{"risk": {"tier": "unacceptable"}},
	{"risk": {"tier": "minimal"}, "regulatory": {"omb": {"highImpact": "yes"}}},
	{"regulatory": {"euAiAct": {"riskClass": "high-risk"}}},
]

test_missing_when_nobody_can_tell_whether_it_is_deployed if {
	every system in high_by_any_measure {
		every logging in [
			{},
			{"logging": {"enabled": "no"}},
			{"logging": {"enabled": "unknown"}},
			{"logging": {"enabled": "yes", "retentionDays": 7, "stages": ["pilot"]}},
			{"logging": {"enabled": "yes", "retentionDays": 365}},
		] {
			every lifecycle in [{}, {"lifecycle": {}}, {"lifecycle": {"deployedOn": "2024"}}] {
				said(object.union_n([system, logging, lifecycle])) == expectation.says({"missing": {{
					"message": "Nobody recorded whether the system is deployed.",
					"at": "/system/lifecycle/stage",
				}}})
			}
			said(object.union_n([system, logging, {"lifecycle": {"stage": "unknown"}}])) == expectation.says({"missing": {{
				"message": "Whether the system is deployed is recorded as unknown.",
				"at": "/system/lifecycle/stage",
			}}})
		}
	}
}

no_high_risk(tier, high_impact, risk_class) := {
	"message": sprintf(
		"Nothing recorded makes the system one of high risk (%s); the rule concerns systems that are.",
		[concat(", ", [
			concat(" ", ["risk tier:", tier]),
			concat(" ", ["high-impact under OMB M-25-21:", high_impact]),
			concat(" ", ["class under the EU AI Act:", risk_class]),
		])],
	),
	"at": "/system/risk/tier",
}

test_does_not_apply_elsewhere if {
	every case in [
		[{"lifecycle": {"stage": "idea"}, "risk": {"tier": "high"}}, {expectation.not_deployed("idea")}],
		[{"lifecycle": {"stage": "development"}, "risk": {"tier": "high"}}, {expectation.not_deployed("development")}],
		[{"lifecycle": {"stage": "pilot"}, "risk": {"tier": "high"}}, {expectation.not_deployed("pilot")}],
		[{"lifecycle": {"stage": "retired"}, "risk": {"tier": "high"}}, {expectation.not_deployed("retired")}],
		[{"lifecycle": {"stage": "deployed"}, "risk": {"tier": "limited"}}, {no_high_risk("limited", "blank", "blank")}],
		[
			{"lifecycle": {"stage": "deployed"}, "regulatory": {"omb": {"highImpact": "no"}, "euAiAct": {"riskClass": "minimal"}}},
			{no_high_risk("blank", "no", "minimal")},
		],
		[
			{
				"lifecycle": {"stage": "deployed"},
				"risk": {"tier": "unknown"},
				"regulatory": {"omb": {"highImpact": "unknown"}, "euAiAct": {"riskClass": "unknown"}},
			},
			{no_high_risk("unknown", "unknown", "unknown")},
		],
		[{"lifecycle": {"stage": "unknown"}, "risk": {"tier": "limited"}}, {no_high_risk("limited", "blank", "blank")}],
		[{}, {no_high_risk("blank", "blank", "blank")}],
		[
			{"lifecycle": {"stage": "retired"}, "risk": {"tier": "limited"}},
			{expectation.not_deployed("retired"), no_high_risk("limited", "blank", "blank")},
		],
	] {
		[system, reasons] := case
		said(object.union(system, {"logging": {"enabled": "no"}})) == expectation.outside(reasons)
	}
}

test_the_limit_is_the_parameter if {
	system := {"lifecycle": {"stage": "deployed"}, "risk": {"tier": "high"}, "logging": {"enabled": "yes", "retentionDays": 365}}
	verdict := rule.verdict with input as expectation.about(system) with data.params as {"log-retention-days": 1096}
	verdict == expectation.says({"violation": {{
		"message": "Event logs are kept for 365 days; at least 1096 days are required.",
		"at": "/system/logging/retentionDays",
	}}})
}
