package aims.rules.risk_tier_justified_test

import data.aims.lib.expectation_test as expectation
import data.aims.rules.risk_tier_justified as rule

said(system) := words if {
	words := {
		"applicable": {true | rule.applicable},
		"inapplicable": rule.inapplicable,
		"violation": rule.violation,
		"stale": rule.stale,
		"missing": rule.missing,
		"pending": rule.pending,
		"observed": rule.observed,
	} with input as expectation.about(system) with data.params as expectation.params
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

test_fails_when_dated_in_the_future if {
	said_of(object.union(complete, {"determinedOn": "2027"})) == expectation.says({
		"violation": {{
			"message": "The risk tier is recorded as determined in 2027, which lies in the future of 2026-11-01.",
			"at": "/system/risk/determinedOn",
		}},
		"observed": complete_observed,
	})
}

# Deployed, and rated in full, with the tier determined on the day given ("" for a blank) and the changes given.
changed(determined_on, changes) := said({
	"lifecycle": {"stage": "deployed"},
	"risk": object.union(object.remove(complete, ["determinedOn"]), {"determinedOn": determined_on}),
	"changes": changes,
}) if {
	determined_on != ""
}

changed("", changes) := said({
	"lifecycle": {"stage": "deployed"},
	"risk": object.remove(complete, ["determinedOn"]),
	"changes": changes,
})

substantial(on) := {"what": "New scorecard", "on": on, "substantial": "yes"}

at_determination(message) := {"message": message, "at": "/system/risk/determinedOn"}

test_passes_when_determined_after_every_substantial_change if {
	every pair in [
		["2026-02-03", "2026-02-02"], ["2026-02-03", "2026-01"], ["2026-02-03", "2025"],
		["2026-02", "2026-01-31"], ["2026-02", "2026-01"], ["2026", "2025-12-31"], ["2026", "2025"],
	] {
		changed(pair[0], [substantial(pair[1])]) == expectation.says({"observed": complete_observed})
	}
}

test_passes_when_the_change_lies_in_the_future if {
	every determined_on in ["", "2025", "2026-02-03", "2026"] {
		every on in ["2026-11-02", "2026-12", "2027-03-01", "2027"] {
			changed(determined_on, [substantial(on)]) == expectation.says({"observed": complete_observed})
		}
	}
}

test_passes_when_no_change_is_recorded_as_substantial if {
	every determined_on in ["", "2026-02-03"] {
		changed(determined_on, [
			{"what": "New colours", "on": "2026-07", "substantial": "no"},
			{"what": "New data centre", "on": "2026-08"},
			{"what": "New name", "substantial": "no"},
			{"what": "New supplier", "on": "2026-08", "substantial": "unknown"},
		]) == expectation.says({"observed": complete_observed})
		changed(determined_on, []) == expectation.says({"observed": complete_observed})
	}
}

test_stale_after_a_substantial_change if {
	every on, words in {
		"2026-02-04": "on 2026-02-04",
		"2026-03": "in 2026-03",
		"2026-11-01": "on 2026-11-01",
	} {
		changed("2026-02-03", [substantial(on)]) == expectation.says({
			"stale": {at_determination(sprintf(
				"The risk tier was determined on 2026-02-03; since then the system was changed substantially (New scorecard, %s).",
				[words],
			))},
			"observed": complete_observed,
		})
	}
}

test_stale_when_nothing_proves_that_the_change_was_before if {
	every case in [
		["2026", "in 2026", "2026-09-01", "on 2026-09-01"],
		["2026", "in 2026", "2026-01-01", "on 2026-01-01"],
		["2026-02", "in 2026-02", "2026-02-01", "on 2026-02-01"],
		["2026-02", "in 2026-02", "2026", "in 2026"],
		["2026-02-03", "on 2026-02-03", "2026-02-03", "on 2026-02-03"],
		["2026-02-03", "on 2026-02-03", "2026-02", "in 2026-02"],
		["2026-11-01", "on 2026-11-01", "2026-11", "in 2026-11"],
	] {
		changed(case[0], [substantial(case[2])]) == expectation.says({
			"stale": {at_determination(sprintf(
				"The risk tier was determined %s; nothing proves that the substantial change (New scorecard, %s) was before that.",
				[case[1], case[3]],
			))},
			"observed": complete_observed,
		})
	}
}

test_every_change_is_looked_at if {
	changed("2026-02-03", [
		substantial("2026-06"),
		{"what": "New colours", "on": "2026-07", "substantial": "no"},
		{"what": "First release", "on": "2025-06", "substantial": "yes"},
		{"what": "Second release", "on": "2026-02", "substantial": "yes"},
		{"what": "Third release", "substantial": "yes"},
		{"what": "Fourth release", "on": "2027-03-01", "substantial": "yes"},
	]) == expectation.says({
		"stale": {
			at_determination("The risk tier was determined on 2026-02-03; since then the system was changed substantially (New scorecard, in 2026-06)."),
			at_determination("The risk tier was determined on 2026-02-03; nothing proves that the substantial change (Second release, in 2026-02) was before that."),
		},
		"missing": {{
			"message": "A substantial change (Third release) has no date; nobody can tell whether the risk tier was determined after it.",
			"at": "/system/changes/4/on",
		}},
		"observed": complete_observed,
	})
}

test_missing_when_changed_and_nobody_recorded_when_the_tier_was_determined if {
	every on, words in {
		"2026-09-01": "on 2026-09-01",
		"2026-11-01": "on 2026-11-01",
		"2026-11": "in 2026-11",
		"2019": "in 2019",
	} {
		changed("", [substantial(on)]) == expectation.says({
			"missing": {at_determination(sprintf(
				"Nobody recorded when the risk tier was determined, and the system was changed substantially %s (New scorecard).",
				[words],
			))},
			"observed": complete_observed,
		})
	}
}

test_missing_when_a_substantial_change_has_no_date if {
	every determined_on in ["", "2026-02-03", "2026"] {
		changed(determined_on, [substantial("2027"), {"what": "New scorecard", "substantial": "yes"}]) == expectation.says({
			"missing": {{
				"message": "A substantial change (New scorecard) has no date; nobody can tell whether the risk tier was determined after it.",
				"at": "/system/changes/1/on",
			}},
			"observed": complete_observed,
		})
	}
}

test_missing_when_a_date_cannot_be_read if {
	changed("2026-02-30", [substantial("2026-01-10")]) == expectation.says({
		"missing": {at_determination("The date on which the risk tier was determined cannot be read: 2026-02-30.")},
		"observed": complete_observed,
	})
	changed("2026-02-03", [substantial("last spring")]) == expectation.says({
		"missing": {{
			"message": "The date of a substantial change (New scorecard) cannot be read: last spring.",
			"at": "/system/changes/0/on",
		}},
		"observed": complete_observed,
	})
}

# Without a tier there is nothing that a change could outdate.
test_missing_says_no_more_about_changes_where_the_tier_is_blank_or_unknown if {
	changes := [substantial("2026-09-01"), {"what": "Next release", "substantial": "yes"}]
	said({"lifecycle": {"stage": "deployed"}, "changes": changes}) == expectation.says({"missing": {{
		"message": "Nobody recorded the risk tier.",
		"at": "/system/risk/tier",
	}}})
	said({"lifecycle": {"stage": "deployed"}, "risk": {"tier": "unknown"}, "changes": changes}) == expectation.says({"missing": {{
		"message": "The risk tier is recorded as unknown.",
		"at": "/system/risk/tier",
	}}})
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
	said({"lifecycle": {"stage": "retired"}, "risk": {"tier": "minimal"}}) == expectation.says({
		"applicable": set(),
		"inapplicable": {expectation.retired},
		"observed": {tier_observed("minimal")},
	})
}

test_the_demanded_tier_is_the_parameter if {
	words := {"missing": rule.missing, "observed": rule.observed} with input as expectation.about({"risk": {"tier": "limited"}})
		with data.params as {"risk-justification-required-from": "high"}
	words == {
		"missing": set(),
		"observed": {{
			"message": "The risk tier is recorded as limited; a justification is required from high upwards.",
			"at": "/system/risk/tier",
		}},
	}
}

test_observes_nothing_without_the_parameter if {
	observed := rule.observed with input as expectation.about({"risk": complete}) with data.params as {}
	observed == set()
}
