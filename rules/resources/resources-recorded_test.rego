package aims.rules.resources_recorded_test

import data.aims.lib.expectation_test as expectation
import data.aims.rules.resources_recorded as rule

said(system) := verdict if {
	verdict := rule.verdict with input as expectation.about(system) with data.params as expectation.params
}

complete := {
	"data": {"sets": [{"name": "ledger"}]},
	"resources": {
		"tools": [{"name": "scikit-learn"}],
		"compute": [{"type": "CPU"}],
		"people": [{"activity": "operation"}],
	},
}

test_passes_when_all_are_listed if {
	said(complete) == expectation.says({"observed": {
		expectation.item("/system/data/sets", "Data sets of the system: 1 recorded."),
		expectation.item("/system/resources/compute", "Computing resources of the system: 1 recorded."),
		expectation.item("/system/resources/people", "People of the system: 1 recorded."),
		expectation.item("/system/resources/tools", "Tools of the system: 1 recorded."),
	}})
}

test_passes_without_data_sets if {
	said(json.patch(complete, [{"op": "replace", "path": "/data/sets", "value": []}])) == expectation.says({"observed": {
		expectation.item("/system/data/sets", "The system is recorded to have no data sets."),
		expectation.item("/system/resources/compute", "Computing resources of the system: 1 recorded."),
		expectation.item("/system/resources/people", "People of the system: 1 recorded."),
		expectation.item("/system/resources/tools", "Tools of the system: 1 recorded."),
	}})
}

test_fails_without_any_tools if {
	said(json.patch(complete, [{"op": "replace", "path": "/resources/tools", "value": []}])) == expectation.says({
		"violation": {expectation.item("/system/resources/tools", "The list of tools of the system is recorded as empty.")},
		"observed": {
			expectation.item("/system/data/sets", "Data sets of the system: 1 recorded."),
			expectation.item("/system/resources/compute", "Computing resources of the system: 1 recorded."),
			expectation.item("/system/resources/people", "People of the system: 1 recorded."),
		},
	})
}

test_missing_when_tools_are_blank if {
	said(json.patch(complete, [{"op": "remove", "path": "/resources/tools"}])) == expectation.says({
		"missing": {expectation.item("/system/resources/tools", "Nobody recorded the tools of the system.")},
		"observed": {
			expectation.item("/system/data/sets", "Data sets of the system: 1 recorded."),
			expectation.item("/system/resources/compute", "Computing resources of the system: 1 recorded."),
			expectation.item("/system/resources/people", "People of the system: 1 recorded."),
		},
	})
}

test_fails_without_any_compute if {
	said(json.patch(complete, [{"op": "replace", "path": "/resources/compute", "value": []}])) == expectation.says({
		"violation": {expectation.item("/system/resources/compute", "The list of computing resources of the system is recorded as empty.")},
		"observed": {
			expectation.item("/system/data/sets", "Data sets of the system: 1 recorded."),
			expectation.item("/system/resources/people", "People of the system: 1 recorded."),
			expectation.item("/system/resources/tools", "Tools of the system: 1 recorded."),
		},
	})
}

test_missing_when_compute_are_blank if {
	said(json.patch(complete, [{"op": "remove", "path": "/resources/compute"}])) == expectation.says({
		"missing": {expectation.item("/system/resources/compute", "Nobody recorded the computing resources of the system.")},
		"observed": {
			expectation.item("/system/data/sets", "Data sets of the system: 1 recorded."),
			expectation.item("/system/resources/people", "People of the system: 1 recorded."),
			expectation.item("/system/resources/tools", "Tools of the system: 1 recorded."),
		},
	})
}

test_fails_without_any_people if {
	said(json.patch(complete, [{"op": "replace", "path": "/resources/people", "value": []}])) == expectation.says({
		"violation": {expectation.item("/system/resources/people", "The list of people of the system is recorded as empty.")},
		"observed": {
			expectation.item("/system/data/sets", "Data sets of the system: 1 recorded."),
			expectation.item("/system/resources/compute", "Computing resources of the system: 1 recorded."),
			expectation.item("/system/resources/tools", "Tools of the system: 1 recorded."),
		},
	})
}

test_missing_when_people_are_blank if {
	said(json.patch(complete, [{"op": "remove", "path": "/resources/people"}])) == expectation.says({
		"missing": {expectation.item("/system/resources/people", "Nobody recorded the people of the system.")},
		"observed": {
			expectation.item("/system/data/sets", "Data sets of the system: 1 recorded."),
			expectation.item("/system/resources/compute", "Computing resources of the system: 1 recorded."),
			expectation.item("/system/resources/tools", "Tools of the system: 1 recorded."),
		},
	})
}

test_missing_when_data_sets_are_blank if {
	said(json.patch(complete, [{"op": "remove", "path": "/data"}])) == expectation.says({
		"missing": {expectation.item("/system/data/sets", "Nobody recorded the data sets of the system.")},
		"observed": {
			expectation.item("/system/resources/compute", "Computing resources of the system: 1 recorded."),
			expectation.item("/system/resources/people", "People of the system: 1 recorded."),
			expectation.item("/system/resources/tools", "Tools of the system: 1 recorded."),
		},
	})
}

test_does_not_apply_to_ideas if {
	said({"lifecycle": {"stage": "idea"}}) == expectation.outside({expectation.item("/system/lifecycle/stage", "The stage of the life cycle is idea; the rule concerns systems that are built or used.")})
}

test_missing_when_nothing_is_recorded if {
	said({}) == expectation.says({"missing": {
		expectation.item("/system/data/sets", "Nobody recorded the data sets of the system."),
		expectation.item("/system/resources/compute", "Nobody recorded the computing resources of the system."),
		expectation.item("/system/resources/people", "Nobody recorded the people of the system."),
		expectation.item("/system/resources/tools", "Nobody recorded the tools of the system."),
	}})
}

test_does_not_apply_to_retired_systems if {
	said({"lifecycle": {"stage": "retired"}}) == expectation.outside({expectation.item("/system/lifecycle/stage", "The stage of the life cycle is retired; the rule concerns systems that are built or used.")})
}
