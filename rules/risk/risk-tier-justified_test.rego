package aims.rules.risk_tier_justified_test

import data.aims.lib.expectation_test as expectation
import data.aims.rules.risk_tier_justified as rule

said(system) := verdict if {
	verdict := rule.verdict with input as expectation.about(system) with data.params as expectation.params
}

said_of(risk) := said({"lifecycle": {"stage": "deployed"}, "risk": risk})

factors := {
	"impact": {"level": "high", "rationale": "Refusal of a loan."},
	"scope": {"level": "medium", "rationale": "40,000 applications a year."},
	"explainability": {"level": "low", "rationale": "A scorecard."},
}

complete := {
	"tier": "high",
	"justification": "Annex III, point 5(b).",
	"determinedOn": "2026-02-03",
	"factors": factors,
}

tier_observed(tier) := {
	"message": sprintf("The risk tier is recorded as %s; a justification is required from limited upwards.", [tier]),
	"at": "/system/risk/tier",
}

justification_observed := {
	"message": "The justification of the risk tier is recorded.",
	"at": "/system/risk/justification",
}

factors_observed := {
	{"message": "The factor impact is rated high, with a rationale.", "at": "/system/risk/factors/impact"},
	{"message": "The factor scope is rated medium, with a rationale.", "at": "/system/risk/factors/scope"},
	{"message": "The factor explainability is rated low, with a rationale.", "at": "/system/risk/factors/explainability"},
}

complete_observed := {tier_observed("high"), justification_observed} | factors_observed

test_passes_when_justified if {
	said_of(complete) == expectation.says({"observed": complete_observed})
}

test_passes_below_the_demanded_tier_without_a_justification if {
	said_of({"tier": "minimal"}) == expectation.says({"observed": {tier_observed("minimal")}})
}

test_passes_when_unacceptable_risk_is_not_in_use if {
	said({"lifecycle": {"stage": "development"}, "risk": object.union(complete, {"tier": "unacceptable"})}) == expectation.says({"observed": ({
		tier_observed("unacceptable"),
		justification_observed,
	} | factors_observed)})
}

test_fails_when_unacceptable_risk_is_in_use if {
	every stage, words in {"pilot": "in a pilot", "deployed": "deployed"} {
		said({"lifecycle": {"stage": stage}, "risk": object.union(complete, {"tier": "unacceptable"})}) == expectation.says({
			"violation": {{
				"message": sprintf("The risk tier is unacceptable, yet the system is recorded as %s.", [words]),
				"at": "/system/risk/tier",
			}},
			"observed": ({tier_observed("unacceptable"), justification_observed} | factors_observed),
		})
	}
}

test_missing_when_blank if {
	nothing := expectation.says({"missing": {{"message": "Nobody recorded the risk tier.", "at": "/system/risk/tier"}}})
	said({"lifecycle": {"stage": "deployed"}}) == nothing
	said_of({}) == nothing
	said_of(object.remove(complete, ["tier"])) == nothing
	said({}) == nothing
}

test_missing_when_unknown if {
	said_of({"tier": "unknown"}) == expectation.says({"missing": {{
		"message": "The risk tier is recorded as unknown.",
		"at": "/system/risk/tier",
	}}})
}

test_missing_names_every_piece if {
	said_of({"tier": "limited"}) == expectation.says({
		"missing": {
			{
				"message": "The risk tier is limited, but nobody recorded a justification; one is required from limited upwards.",
				"at": "/system/risk/justification",
			},
			{
				"message": "The risk tier is limited, but nobody rated the factor impact.",
				"at": "/system/risk/factors/impact",
			},
			{
				"message": "The risk tier is limited, but nobody rated the factor scope.",
				"at": "/system/risk/factors/scope",
			},
			{
				"message": "The risk tier is limited, but nobody rated the factor explainability.",
				"at": "/system/risk/factors/explainability",
			},
		},
		"observed": {tier_observed("limited")},
	})
}

test_missing_when_a_factor_is_unknown if {
	said_of(object.union(complete, {"factors": {"scope": {"level": "unknown"}}})) == expectation.says({
		"missing": {{
			"message": "The level of the factor scope is recorded as unknown.",
			"at": "/system/risk/factors/scope/level",
		}},
		"observed": complete_observed - {{
			"message": "The factor scope is rated medium, with a rationale.",
			"at": "/system/risk/factors/scope",
		}},
	})
}

test_pending_when_a_factor_is_half_recorded if {
	half := {"impact": {"level": "high"}, "scope": {"rationale": "40,000 applications a year."}}
	said_of(object.union(
		object.remove(complete, ["factors"]),
		{"factors": object.union(object.remove(factors, ["impact", "scope"]), half)},
	)) == expectation.says({
		"pending": {
			{"message": "The factor impact is rated high, but no rationale is recorded.", "at": "/system/risk/factors/impact"},
			{"message": "The factor scope has a rationale, but no level is recorded.", "at": "/system/risk/factors/scope"},
		},
		"observed": {
			tier_observed("high"),
			justification_observed,
			{"message": "The factor explainability is rated low, with a rationale.", "at": "/system/risk/factors/explainability"},
		},
	})
}

test_does_not_apply_to_retired_systems if {
	said({"lifecycle": {"stage": "retired"}, "risk": {"tier": "minimal"}}) == expectation.outside({expectation.retired})
}

test_the_demanded_tier_is_the_parameter if {
	verdict := rule.verdict with input as expectation.about({"risk": {"tier": "limited"}})
		with data.params as {"risk-justification-required-from": "high"}
	verdict == expectation.says({"observed": {{
		"message": "The risk tier is recorded as limited; a justification is required from high upwards.",
		"at": "/system/risk/tier",
	}}})
}

test_says_nothing_without_the_parameter if {
	verdict := rule.verdict with input as expectation.about({"risk": complete}) with data.params as {}
	verdict == expectation.says({})
}

test_a_tier_that_nobody_knows_demands_nothing if {
	verdict := rule.verdict with input as expectation.about({"lifecycle": {"stage": "deployed"}, "risk": complete})
		with data.params as {"risk-justification-required-from": "severe"}
	verdict == {"applicable": true}
}
