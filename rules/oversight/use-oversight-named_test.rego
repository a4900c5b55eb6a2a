package aims.rules.use_oversight_named_test

import data.aims.lib.expectation_test as expectation
import data.aims.rules.use_oversight_named as rule

said(system) := verdict if {
	verdict := rule.verdict with input as expectation.about(system) with data.params as expectation.params
}

concerned := {"lifecycle": {"stage": "deployed"}}

said_of(recorded) := said(object.union(concerned, recorded))

test_passes_when_named_or_not_demanded if {
	said_of({"use": {"uses": [{"name": "loans", "tier": "high", "overseer": {"person": "Ada Lind"}}, {"name": "cards", "tier": "limited"}, {"name": "homes", "tier": "unacceptable", "overseer": {"person": "Ada Lind"}}]}}) == expectation.says({"observed": {
		expectation.item("/system/use/uses/0/overseer/person", "Ada Lind is recorded as the person who oversees the use \"loans\"."),
		expectation.item("/system/use/uses/1/tier", "The risk tier of the use \"cards\" is limited; a person who oversees it is demanded from high upwards."),
		expectation.item("/system/use/uses/2/overseer/person", "Ada Lind is recorded as the person who oversees the use \"homes\"."),
	}})
	said_of({"use": {"uses": [{"name": "cards"}]}, "risk": {"tier": "limited"}}) == expectation.says({"observed": {expectation.item(
		"/system/use/uses/0/tier",
		"The risk tier of the use \"cards\" is limited; a person who oversees it is demanded from high upwards.",
	)}})
	said_of({"use": {"uses": []}}) == expectation.says({"observed": {expectation.item(
		"/system/use/uses",
		"The list of the uses of the system is recorded as empty: there are none.",
	)}})
}

test_missing_when_nobody_is_named if {
	said_of({"use": {"uses": [{"name": "loans", "tier": "high"}]}}) == expectation.says({"missing": {expectation.item(
		"/system/use/uses/0/overseer",
		"Nobody recorded who oversees the use \"loans\", whose risk tier is high; somebody has to from high upwards.",
	)}})
	said_of({"use": {"uses": [{"name": "cards"}]}, "risk": {"tier": "high"}}) == expectation.says({"missing": {expectation.item(
		"/system/use/uses/0/overseer",
		"Nobody recorded who oversees the use \"cards\", whose risk tier is high; somebody has to from high upwards.",
	)}})
	said_of({"use": {"uses": [{"name": "loans", "tier": "unacceptable"}]}}) == expectation.says({"missing": {expectation.item(
		"/system/use/uses/0/overseer",
		"Nobody recorded who oversees the use \"loans\", whose risk tier is unacceptable; somebody has to from high upwards.",
	)}})
}

test_missing_when_nobody_knows_the_tier if {
	said_of({"use": {"uses": [{"name": "cards"}]}}) == expectation.says({"missing": {expectation.item(
		"/system/use/uses/0/tier",
		"Nobody recorded the risk tier of the use \"cards\".",
	)}})
	said_of({"use": {"uses": [{"name": "cards"}]}, "risk": {"tier": "unknown"}}) == expectation.says({"missing": {expectation.item(
		"/system/use/uses/0/tier",
		"The risk tier of the use \"cards\" is recorded as unknown.",
	)}})
	said_of({"use": {"uses": [{"name": "cards", "tier": "unknown"}]}, "risk": {"tier": "high"}}) == expectation.says({"missing": {expectation.item(
		"/system/use/uses/0/tier",
		"The risk tier of the use \"cards\" is recorded as unknown.",
	)}})
}

test_pending_when_no_person_is_named if {
	said_of({"use": {"uses": [{"name": "loans", "tier": "high", "overseer": {"unit": "Lending"}}]}}) == expectation.says({"pending": {expectation.item(
		"/system/use/uses/0/overseer/unit",
		"The person who oversees the use \"loans\" is recorded as the unit Lending, but no person is named.",
	)}})
	said_of({"use": {"uses": [{"name": "loans", "tier": "high", "overseer": {"person": "Ada Lind", "since": "2026-12"}}]}}) == expectation.says({
		"pending": {expectation.item(
			"/system/use/uses/0/overseer/since",
			"Ada Lind becomes the person who oversees the use \"loans\" only in 2026-12, after 2026-11-01.",
		)},
		"observed": {expectation.item(
			"/system/use/uses/0/overseer/person",
			"Ada Lind is recorded as the person who oversees the use \"loans\".",
		)},
	})
}

test_missing_when_blank if {
	said_of({}) == expectation.says({"missing": {expectation.item(
		"/system/use/uses",
		"Nobody recorded the uses of the system.",
	)}})
	said_of({"use": {}}) == expectation.says({"missing": {expectation.item(
		"/system/use/uses",
		"Nobody recorded the uses of the system.",
	)}})
}

test_reads_the_tier_from_the_profile if {
	by_profile_0 := rule.verdict with input as expectation.about(object.union(concerned, {"use": {"uses": [{"name": "cards", "tier": "limited"}]}})) with data.params as {"oversight-required-from": "limited"}
	by_profile_0 == expectation.says({"missing": {expectation.item(
		"/system/use/uses/0/overseer",
		"Nobody recorded who oversees the use \"cards\", whose risk tier is limited; somebody has to from limited upwards.",
	)}})
	not rule.verdict with input as expectation.about(object.union(concerned, {"use": {"uses": [{"name": "cards", "tier": "limited"}]}})) with data.params as {}
	not rule.verdict with input as expectation.about(object.union(concerned, {"use": {"uses": []}})) with data.params as {}
}

test_concerns_systems_in_use if {
	not rule.verdict with input as expectation.about({"lifecycle": {"stage": "development"}}) with data.params as {}
	said_of({"lifecycle": {"stage": "development"}}) == expectation.outside({expectation.item(
		"/system/lifecycle/stage",
		"The stage of the life cycle is development; the rule concerns systems in a pilot or deployed.",
	)})
	said({}) == expectation.stage_blank
	said_of({"lifecycle": {"stage": "unknown"}}) == expectation.stage_unknown
}
