package aims.rules.log_retention_test

import data.aims.lib.expectation_test as expectation
import data.aims.rules.log_retention as rule

said(system) := about(system, {})

about(system, organization) := on("2026-11-01", system, organization)

on(day, system, organization) := verdict if {
	verdict := rule.verdict with input as object.union(expectation.about(system), {"asOf": day, "organization": organization})
		with data.params as expectation.params
}

# Its decisions are not about people, so that no longer period may come from there.
said_of(logging) := said(deployed(logging, {"decisions": {"aboutPeople": "no"}}))

deployed(logging, parts) := object.union({"lifecycle": {"stage": "deployed"}, "risk": {"tier": "high"}, "logging": logging}, parts)

on_days(text) := {expectation.item("/system/logging/retentionDays", text)}

logging_on := expectation.item("/system/logging/enabled", "Event logging is on.")

kept_for(days) := expectation.item(
	"/system/logging/retentionDays",
	sprintf("Event logs are kept for %d days; at least 184 days are required (log-retention-days of the profile).", [days]),
)

retention_blank := {
	"message": "Nobody recorded for how many days event logs are kept; at least 184 days are required (log-retention-days of the profile).",
	"at": "/system/logging/retentionDays",
}

nothing_recorded := expectation.says({"missing": {
	{"message": "Nobody recorded whether event logging is enabled.", "at": "/system/logging/enabled"},
	retention_blank,
}})

test_passes_when_kept_long_enough if {
	said_of({"enabled": "yes", "retentionDays": 184}) == expectation.says({"observed": {logging_on, kept_for(184)}})
	said_of({"enabled": "yes", "retentionDays": 1096, "stages": ["pilot", "deployed"]}) == expectation.says({"observed": {logging_on, kept_for(1096)}})
}

test_fails_when_kept_too_short if {
	said_of({"enabled": "yes", "retentionDays": 183}) == expectation.says({"observed": {logging_on}, "violation": {kept_for(183)}})
	said_of({"enabled": "yes", "retentionDays": 0}) == expectation.says({"observed": {logging_on}, "violation": {kept_for(0)}})
}

test_fails_when_logging_is_off if {
	every off in [{"enabled": "no"}, {"enabled": "no", "retentionDays": 7}] {
		said_of(off) == expectation.says({"violation": {{
			"message": "Event logging is recorded as not enabled.",
			"at": "/system/logging/enabled",
		}}})
	}
}

test_fails_when_logging_is_off_in_deployment if {
	said_of({"enabled": "yes", "retentionDays": 365, "stages": ["development", "pilot"]}) == expectation.says({
		"violation": {{
			"message": "Event logging is recorded as on in other stages only, not while the system is deployed.",
			"at": "/system/logging/stages",
		}},
		"observed": {logging_on, kept_for(365)},
	})
}

test_missing_when_blank if {
	said({"lifecycle": {"stage": "deployed"}, "risk": {"tier": "high"}}) == nothing_recorded
	said_of({}) == nothing_recorded
}

test_missing_when_partly_blank if {
	said_of({"enabled": "yes"}) == expectation.says({"missing": {retention_blank}, "observed": {logging_on}})
	said_of({"retentionDays": 365}) == expectation.says({
		"missing": {{
			"message": "Nobody recorded whether event logging is enabled.",
			"at": "/system/logging/enabled",
		}},
		"observed": {kept_for(365)},
	})
}

test_missing_when_unknown if {
	said_of({"enabled": "unknown", "retentionDays": 365}) == expectation.says({
		"missing": {{
			"message": "Whether event logging is enabled is recorded as unknown.",
			"at": "/system/logging/enabled",
		}},
		"observed": {kept_for(365)},
	})
}

logged(days, parts) := deployed({"enabled": "yes", "retentionDays": days}, parts)

employing := {"decisions": {"aboutPeople": "yes"}, "regulatory": {"euAiAct": {"workplaceUse": "yes"}}}

test_the_period_of_a_law_whose_conditions_are_met if {
	every name in ["US-CA", "us-ca", "California"] {
		about(logged(1460, employing), {"markets": ["EU", name]}) == expectation.says({
			"observed": {logging_on},
			"violation": on_days("Event logs are kept for 1460 days; at least 1461 days are required (California FEHA, 2 CCR 11013(c): 4 years)."),
		})
		about(logged(1461, employing), {"markets": ["EU", name]}) == expectation.says({"observed": (on_days("Event logs are kept for 1461 days; at least 1461 days are required (California FEHA, 2 CCR 11013(c): 4 years).") | {logging_on})})
	}
	every item in on_days("Nobody recorded for how many days event logs are kept; at least 1461 days are required (California FEHA, 2 CCR 11013(c): 4 years).") {
		item in about(deployed({}, employing), {"markets": ["US-CA"]}).missing
	}
}

test_the_period_of_a_law_whose_conditions_are_not_met if {
	passes := expectation.says({"observed": {logging_on, kept_for(184)}})
	about(logged(184, employing), {"markets": ["EU", "US-NY"]}) == passes
	about(logged(184, {"decisions": {"aboutPeople": "no"}}), {"markets": ["US-CA"]}) == passes
	about(logged(184, {"decisions": {"aboutPeople": "yes"}, "regulatory": {"euAiAct": {"workplaceUse": "no"}}}), {"markets": ["US-CA"]}) == passes
	on("2025-09-30", logged(184, employing), {"markets": ["US-CA"]}) == passes
	on("2025-10-01", logged(184, employing), {"markets": ["US-CA"]}) != passes
}

test_missing_where_a_condition_is_not_recorded if {
	every case in [
		[{}, {}, "/organization/markets", "Nobody recorded where the systems of the organization are offered or used"],
		[employing, {"markets": []}, "/organization/markets", "Nobody recorded where the systems of the organization are offered or used"],
		[employing, {"markets": ["EU", "US"]}, "/organization/markets", "The markets are recorded as EU, US, which does not tell whether California is among them"],
		[{}, {"markets": ["US-CA"]}, "/system/decisions/aboutPeople", "Nobody recorded whether the decisions are about people"],
		[{"decisions": {"aboutPeople": "unknown"}}, {"markets": ["US-CA"]}, "/system/decisions/aboutPeople", "Whether the decisions are about people is recorded as unknown"],
		[{"decisions": {"aboutPeople": "yes"}}, {"markets": ["US-CA"]}, "/system/regulatory/euAiAct/workplaceUse", "Nobody recorded whether the system is used at a workplace"],
	] {
		[parts, organization, at, fact] := case
		about(logged(1460, parts), organization) == expectation.says({"observed": {logging_on}, "missing": {expectation.item(at, concat("", [
			fact,
			"; event logs are kept for 1460 days, and at least 1461 days are required (California FEHA, 2 CCR 11013(c): 4 years) if that law applies.",
		]))}})
		about(logged(183, parts), organization) == expectation.says({"observed": {logging_on}, "violation": {kept_for(183)}})
		about(logged(1461, parts), organization) == expectation.says({"observed": {logging_on, kept_for(1461)}})
	}
}

test_periods_of_laws_that_the_system_names if {
	laws := {"laws": [{"name": "Banking act", "retention": {"logs": 1827}}, {"retention": {"logs": 365}}, {"name": "Other", "demands": "Care."}]}
	said(logged(1826, laws)) == expectation.says({
		"observed": {logging_on},
		"violation": on_days("Event logs are kept for 1826 days; at least 1827 days are required (Banking act)."),
	})
	said(logged(1827, laws)) == expectation.says({"observed": (on_days("Event logs are kept for 1827 days; at least 1827 days are required (Banking act).") | {logging_on})})
}

act := {"decisions": {"aboutPeople": "no"}, "regulatory": {"euAiAct": {"riskClass": "high-risk", "annexIII": "5(b)", "role": "provider"}}}

test_periods_of_the_eu_ai_act if {
	on("2027-12-02", logged(183, act), {"financialInstitution": "no"}).violation == on_days("Event logs are kept for 183 days; at least 184 days are required (EU AI Act Art. 19(1): 6 months; log-retention-days of the profile).")
	on("2027-12-01", logged(183, act), {"financialInstitution": "no"}).violation == {kept_for(183)}
	of_both := object.union(act, {"regulatory": {"euAiAct": {"furtherRoles": ["deployer"]}}})
	on("2027-12-02", logged(184, of_both), {"financialInstitution": "no"}).observed == on_days("Event logs are kept for 184 days; at least 184 days are required (EU AI Act Art. 19(1): 6 months; EU AI Act Art. 26(6): 6 months; log-retention-days of the profile).") | {logging_on}
}

test_the_law_of_the_sector_may_ask_for_more if {
	on("2027-12-02", logged(184, act), {}).missing == {expectation.item(
		"/organization/financialInstitution",
		"Nobody recorded whether the organization is a financial institution under EU law; if it is, the law of its sector says how long event logs are kept (EU AI Act Art. 18(3), 19(2) and 26(6)).",
	)}
	on("2027-12-02", logged(184, act), {"financialInstitution": "yes"}).missing == {expectation.item(
		"/system/laws",
		"Nobody recorded under laws for how many days the law of the sector asks; EU AI Act Art. 18(3), 19(2) and 26(6) leaves to it how long event logs are kept.",
	)}
	bound := object.union(act, {"laws": [{"name": "Banking act", "retention": {"logs": 365}}]})
	not on("2027-12-02", logged(365, bound), {"financialInstitution": "yes"}).missing
	not on("2027-12-02", logged(184, json.remove(act, ["regulatory/euAiAct/riskClass"])), {}).missing
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
	system := logged(365, {"decisions": {"aboutPeople": "no"}})
	verdict := rule.verdict with input as expectation.about(system) with data.params as {"log-retention-days": 1096}
	verdict.violation == on_days("Event logs are kept for 365 days; at least 1096 days are required (log-retention-days of the profile).")
	not rule.verdict with input as expectation.about(system) with data.params as {}
}
