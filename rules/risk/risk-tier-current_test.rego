package aims.rules.risk_tier_current_test

import data.aims.lib.expectation_test as expectation
import data.aims.rules.risk_tier_current as rule

said(system) := verdict if {
	verdict := rule.verdict with input as expectation.about(system) with data.params as expectation.params
}

# Deployed, with the tier determined on the day given ("" for a blank) and the changes given.
changed(determined_on, changes) := said({
	"lifecycle": {"stage": "deployed"},
	"risk": {"tier": "high", "determinedOn": determined_on},
	"changes": changes,
}) if {
	determined_on != ""
}

changed("", changes) := said({"lifecycle": {"stage": "deployed"}, "risk": {"tier": "high"}, "changes": changes})

substantial(on) := {"what": "New scorecard", "on": on, "substantial": "yes"}

at_determination(message) := {"message": message, "at": "/system/risk/determinedOn"}

none_since(determined_on) := expectation.says({"observed": {at_determination(words)}}) if {
	words := {
		"": "No substantial change is recorded after which the risk tier would have to be determined again.",
		"2025": "The risk tier was determined in 2025; no substantial change is recorded since.",
		"2026": "The risk tier was determined in 2026; no substantial change is recorded since.",
		"2026-02": "The risk tier was determined in 2026-02; no substantial change is recorded since.",
		"2026-02-03": "The risk tier was determined on 2026-02-03; no substantial change is recorded since.",
	}[determined_on]
}

test_fails_when_dated_in_the_future if {
	changed("2027", []) == expectation.says({"violation": {at_determination("The risk tier is recorded as determined in 2027, which lies in the future of 2026-11-01.")}})
}

test_passes_when_determined_after_every_substantial_change if {
	every pair in [
		["2026-02-03", "2026-02-02"], ["2026-02-03", "2026-01"], ["2026-02-03", "2025"],
		["2026-02", "2026-01-31"], ["2026-02", "2026-01"], ["2026", "2025-12-31"], ["2026", "2025"],
	] {
		changed(pair[0], [substantial(pair[1])]) == none_since(pair[0])
	}
}

test_passes_when_the_change_lies_in_the_future if {
	every determined_on in ["", "2025", "2026-02-03", "2026"] {
		every on in ["2026-11-02", "2026-12", "2027-03-01", "2027"] {
			changed(determined_on, [substantial(on)]) == none_since(determined_on)
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
		]) == none_since(determined_on)
		changed(determined_on, []) == none_since(determined_on)
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
		})
	}
}

test_missing_when_a_date_cannot_be_read if {
	changed("2026-02-30", [substantial("2026-01-10")]) == expectation.says({
		"missing": {at_determination("The date on which the risk tier was determined cannot be read: 2026-02-30.")},
	})
	changed("2026-02-03", [substantial("last spring")]) == expectation.says({
		"missing": {{
			"message": "The date of a substantial change (New scorecard) cannot be read: last spring.",
			"at": "/system/changes/0/on",
		}},
	})
}

test_concerns_systems_with_a_tier_that_are_not_retired if {
	changes := [substantial("2026-09-01")]
	said({"changes": changes}) == expectation.outside({at_tier("Nobody recorded the risk tier")})
	said({"risk": {"tier": "unknown"}, "changes": changes}) == expectation.outside({at_tier("The risk tier is recorded as unknown")})
	said({"lifecycle": {"stage": "retired"}, "risk": {"tier": "high"}}) == expectation.outside({expectation.retired})
}

at_tier(words) := expectation.item(
	"/system/risk/tier",
	concat("", [words, "; the rule concerns systems with a risk tier."]),
)
