package aims.rules.use_objectives_tracked_test

import data.aims.lib.expectation_test as expectation
import data.aims.rules.use_objectives_tracked as rule

said(system) := verdict if {
	verdict := rule.verdict with input as expectation.about(system) with data.params as expectation.params
}

concerned := {"lifecycle": {"stage": "deployed"}}

said_of(recorded) := said(object.union(concerned, recorded))

test_passes_within_the_interval if {
	said_of({"use": {"uses": [{"name": "loans", "objectives": [{"name": "Explained", "metric": "Share", "target": 0.9, "operator": ">=", "intervalDays": 90, "owner": "Ines", "value": 0.95, "measuredOn": "2026-08-03"}]}]}}) == expectation.says({"observed": {
		expectation.item("/system/use/uses/0/objectives/0", "The objective \"Explained\" is 0.95 and keeps its limit of >= 0.9."),
		expectation.item("/system/use/uses/0/objectives/0/measuredOn", "The objective \"Explained\" was measured on 2026-08-03, 90 days before 2026-11-01, within the limit of 90 days."),
	}})
	said_of({"use": {"uses": [{"name": "loans", "objectives": [{"name": "Explained", "metric": "Share", "target": 0.9, "operator": ">=", "intervalDays": 400, "owner": "Ines", "value": 0.95, "measuredOn": "2025-11-01"}]}]}}) == expectation.says({"observed": {
		expectation.item("/system/use/uses/0/objectives/0", "The objective \"Explained\" is 0.95 and keeps its limit of >= 0.9."),
		expectation.item("/system/use/uses/0/objectives/0/measuredOn", "The objective \"Explained\" was measured on 2025-11-01, 365 days before 2026-11-01, within the limit of 365 days."),
	}})
	said_of({"use": {"uses": []}}) == expectation.says({"observed": {expectation.item(
		"/system/use/uses",
		"The list of the uses of the system is recorded as empty: there are none.",
	)}})
}

test_fails_when_the_target_is_missed if {
	said_of({"use": {"uses": [{"name": "loans", "objectives": [{"name": "Explained", "metric": "Share", "target": 0.9, "operator": ">=", "intervalDays": 90, "owner": "Ines", "value": 0.89, "measuredOn": "2026-08-03"}]}]}}) == expectation.says({
		"violation": {expectation.item(
			"/system/use/uses/0/objectives/0",
			"The objective \"Explained\" is 0.89 and breaks its limit of >= 0.9; no decision is recorded.",
		)},
		"observed": {expectation.item(
			"/system/use/uses/0/objectives/0/measuredOn",
			"The objective \"Explained\" was measured on 2026-08-03, 90 days before 2026-11-01, within the limit of 90 days.",
		)},
	})
	said_of({"use": {"uses": [{"name": "loans", "objectives": [{"name": "Explained", "metric": "Share", "target": 0.9, "operator": ">=", "intervalDays": 90, "owner": "Ines", "value": 0.95, "measuredOn": "2026-11-02"}]}]}}) == expectation.says({
		"violation": {expectation.item(
			"/system/use/uses/0/objectives/0/measuredOn",
			"The objective \"Explained\" is recorded as measured on 2026-11-02, which lies in the future of 2026-11-01.",
		)},
		"observed": {expectation.item(
			"/system/use/uses/0/objectives/0",
			"The objective \"Explained\" is 0.95 and keeps its limit of >= 0.9.",
		)},
	})
}

test_stale_after_the_interval if {
	said_of({"use": {"uses": [{"name": "loans", "objectives": [{"name": "Explained", "metric": "Share", "target": 0.9, "operator": ">=", "intervalDays": 90, "owner": "Ines", "value": 0.95, "measuredOn": "2026-08-02"}]}]}}) == expectation.says({
		"stale": {expectation.item(
			"/system/use/uses/0/objectives/0/measuredOn",
			"The objective \"Explained\" was last measured on 2026-08-02, 91 days before 2026-11-01; the limit is 90 days.",
		)},
		"observed": {expectation.item(
			"/system/use/uses/0/objectives/0",
			"The objective \"Explained\" is 0.95 and keeps its limit of >= 0.9.",
		)},
	})
	said_of({"use": {"uses": [{"name": "loans", "objectives": [{"name": "Explained", "metric": "Share", "target": 0.9, "operator": ">=", "intervalDays": 400, "owner": "Ines", "value": 0.95, "measuredOn": "2025-10-31"}]}]}}) == expectation.says({
		"stale": {expectation.item(
			"/system/use/uses/0/objectives/0/measuredOn",
			"The objective \"Explained\" was last measured on 2025-10-31, 366 days before 2026-11-01; the limit is 365 days.",
		)},
		"observed": {expectation.item(
			"/system/use/uses/0/objectives/0",
			"The objective \"Explained\" is 0.95 and keeps its limit of >= 0.9.",
		)},
	})
}

test_missing_when_blank if {
	said_of({}) == expectation.says({"missing": {expectation.item(
		"/system/use/uses",
		"Nobody recorded the uses of the system.",
	)}})
	said_of({"use": {"uses": [{"name": "loans"}, {"name": "cards", "objectives": []}]}}) == expectation.says({"missing": {
		expectation.item("/system/use/uses/0/objectives", "The use \"loans\" has no objectives."),
		expectation.item("/system/use/uses/1/objectives", "The use \"cards\" has no objectives."),
	}})
	said_of({"use": {"uses": [{"name": "loans", "objectives": [{"name": "Fair"}]}]}}) == expectation.says({"missing": {
		expectation.item("/system/use/uses/0/objectives/0", "The objective \"Fair\" has no recorded operator, threshold and value."),
		expectation.item("/system/use/uses/0/objectives/0/measuredOn", "Nobody recorded when the objective \"Fair\" was measured."),
	}})
}

test_reads_the_limit_from_the_profile if {
	by_profile_0 := rule.verdict with input as expectation.about(object.union(concerned, {"use": {"uses": [{"name": "loans", "objectives": [{"name": "Explained", "metric": "Share", "target": 0.9, "operator": ">=", "intervalDays": 90, "owner": "Ines", "value": 0.95, "measuredOn": "2026-08-03"}]}]}})) with data.params as {"use-objective-max-age": 30}
	by_profile_0 == expectation.says({
		"stale": {expectation.item(
			"/system/use/uses/0/objectives/0/measuredOn",
			"The objective \"Explained\" was last measured on 2026-08-03, 90 days before 2026-11-01; the limit is 30 days.",
		)},
		"observed": {expectation.item(
			"/system/use/uses/0/objectives/0",
			"The objective \"Explained\" is 0.95 and keeps its limit of >= 0.9.",
		)},
	})
	not rule.verdict with input as expectation.about(object.union(concerned, {"use": {"uses": [{"name": "loans", "objectives": [{"name": "Explained", "metric": "Share", "target": 0.9, "operator": ">=", "intervalDays": 90, "owner": "Ines", "value": 0.95, "measuredOn": "2026-08-03"}]}]}})) with data.params as {}
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
