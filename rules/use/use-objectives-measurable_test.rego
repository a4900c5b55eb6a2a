package aims.rules.use_objectives_measurable_test

import data.aims.lib.expectation_test as expectation
import data.aims.rules.use_objectives_measurable as rule

said(system) := verdict if {
	verdict := rule.verdict with input as expectation.about(system) with data.params as expectation.params
}

concerned := {"lifecycle": {"stage": "deployed"}}

said_of(recorded) := said(object.union(concerned, recorded))

test_passes_when_all_can_be_measured if {
	said_of({"use": {"uses": [{"name": "loans", "objectives": [{"name": "Explained", "metric": "Share", "target": 0.9, "operator": ">=", "intervalDays": 90, "owner": "Ines"}, {"name": "Fair", "metric": "Share", "target": 0, "operator": ">=", "intervalDays": 90, "owner": "Ines"}]}]}}) == expectation.says({"observed": {
		expectation.item("/system/use/uses/0/objectives/0", "The use \"loans\": the objective \"Explained\" is recorded with an interval, a metric, the relation to its target, an owner and a target."),
		expectation.item("/system/use/uses/0/objectives/1", "The use \"loans\": the objective \"Fair\" is recorded with an interval, a metric, the relation to its target, an owner and a target."),
	}})
	said_of({"use": {"uses": []}}) == expectation.says({"observed": {expectation.item(
		"/system/use/uses",
		"The list of the uses of the system is recorded as empty: there are none.",
	)}})
}

test_fails_when_there_are_none if {
	said_of({"use": {"uses": [{"name": "loans", "objectives": []}]}}) == expectation.says({"violation": {expectation.item(
		"/system/use/uses/0/objectives",
		"The list of the objectives of the use \"loans\" is recorded as empty.",
	)}})
}

test_pending_when_one_lacks_something if {
	said_of({"use": {"uses": [{"name": "loans", "objectives": [{"name": "Explained", "metric": "Share", "target": 0.9, "operator": ">=", "intervalDays": 90, "owner": "Ines"}, {"name": "Fair"}]}]}}) == expectation.says({
		"pending": {expectation.item(
			"/system/use/uses/0/objectives/1",
			"The use \"loans\": the objective \"Fair\" is recorded without an interval, a metric, the relation to its target, an owner and a target.",
		)},
		"observed": {expectation.item(
			"/system/use/uses/0/objectives/0",
			"The use \"loans\": the objective \"Explained\" is recorded with an interval, a metric, the relation to its target, an owner and a target.",
		)},
	})
}

test_missing_when_blank if {
	said_of({}) == expectation.says({"missing": {expectation.item(
		"/system/use/uses",
		"Nobody recorded the uses of the system.",
	)}})
	said_of({"use": {"uses": [{"name": "loans"}]}}) == expectation.says({"missing": {expectation.item(
		"/system/use/uses/0/objectives",
		"Nobody recorded the objectives of the use \"loans\".",
	)}})
}

test_concerns_systems_in_use if {
	said_of({"lifecycle": {"stage": "development"}}) == expectation.outside({expectation.item(
		"/system/lifecycle/stage",
		"The stage of the life cycle is development; the rule concerns systems in a pilot or deployed.",
	)})
	said({}) == expectation.stage_blank
	said_of({"lifecycle": {"stage": "unknown"}}) == expectation.stage_unknown
}
