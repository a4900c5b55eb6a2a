package aims.rules.affected_groups_and_laws_listed_test

import data.aims.lib.expectation_test as expectation
import data.aims.rules.affected_groups_and_laws_listed as rule

said(system) := verdict if {
	verdict := rule.verdict with input as expectation.about(system) with data.params as expectation.params
}

complete := {
	"purpose": {"affectedGroups": ["Applicants"]},
	"laws": [{"name": "EU AI Act", "demands": "Human oversight and logs"}],
}

test_passes_when_both_are_listed if {
	said(complete) == expectation.says({"observed": {
		expectation.item("/system/laws/0", "The law \"EU AI Act\" is recorded with what it demands and its name."),
		expectation.item("/system/purpose/affectedGroups", "Groups affected by the system: 1 recorded."),
	}})
}

test_passes_when_no_law_applies if {
	said(json.patch(complete, [{"op": "replace", "path": "/laws", "value": []}])) == expectation.says({"observed": {
		expectation.item("/system/laws", "The list of the laws that apply to the system is recorded as empty: there are none."),
		expectation.item("/system/purpose/affectedGroups", "Groups affected by the system: 1 recorded."),
	}})
}

test_fails_when_nobody_is_affected if {
	said(json.patch(complete, [{"op": "replace", "path": "/purpose/affectedGroups", "value": []}])) == expectation.says({
		"violation": {expectation.item("/system/purpose/affectedGroups", "The list of groups affected by the system is recorded as empty.")},
		"observed": {expectation.item("/system/laws/0", "The law \"EU AI Act\" is recorded with what it demands and its name.")},
	})
}

test_pending_when_a_law_demands_nothing if {
	said(json.patch(complete, [{"op": "remove", "path": "/laws/0/demands"}])) == expectation.says({
		"pending": {expectation.item("/system/laws/0", "The law \"EU AI Act\" is recorded without what it demands.")},
		"observed": {expectation.item("/system/purpose/affectedGroups", "Groups affected by the system: 1 recorded.")},
	})
}

test_pending_when_a_law_has_no_name if {
	said(json.patch(complete, [{"op": "remove", "path": "/laws/0/name"}])) == expectation.says({
		"pending": {expectation.item("/system/laws/0", "The law without a name is recorded without its name.")},
		"observed": {expectation.item("/system/purpose/affectedGroups", "Groups affected by the system: 1 recorded.")},
	})
}

test_missing_when_the_laws_are_blank if {
	said(json.patch(complete, [{"op": "remove", "path": "/laws"}])) == expectation.says({
		"missing": {expectation.item("/system/laws", "Nobody recorded the laws that apply to the system.")},
		"observed": {expectation.item("/system/purpose/affectedGroups", "Groups affected by the system: 1 recorded.")},
	})
}

test_missing_when_nothing_is_recorded if {
	said({}) == expectation.says({"missing": {
		expectation.item("/system/laws", "Nobody recorded the laws that apply to the system."),
		expectation.item("/system/purpose/affectedGroups", "Nobody recorded which groups the system affects."),
	}})
}

test_does_not_apply_to_retired_systems if {
	said({"lifecycle": {"stage": "retired"}}) == expectation.outside({expectation.retired})
}
