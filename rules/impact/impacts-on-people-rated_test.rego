package aims.rules.impacts_on_people_rated_test

import data.aims.lib.expectation_test as expectation
import data.aims.rules.impacts_on_people_rated as rule

said(system) := verdict if {
	verdict := rule.verdict with input as expectation.about(system) with data.params as expectation.params
}

complete := {
	"impactAssessment": {
		"individuals": [
			{
				"group": "Applicants",
				"impact": "Refused housing",
				"level": "high",
				"rationale": "Lasts for years.",
				"mitigation": "A person hears objections.",
			},
		],
	},
	"purpose": {"affectedGroups": ["Applicants"]},
}

test_passes_when_rated if {
	said(complete) == expectation.says({"observed": {expectation.item("/system/impactAssessment/individuals/0", "The impact on the group \"Applicants\" is recorded with the group, what can happen, a level, a mitigation and a reason for the level.")}})
}

test_pending_when_a_group_is_left_out if {
	said(json.patch(complete, [
		{
			"op": "replace",
			"path": "/purpose/affectedGroups",
			"value": ["Applicants", "Co-applicants"],
		},
	])) == expectation.says({
		"pending": {expectation.item("/system/impactAssessment/individuals", "The group \"Co-applicants\" is affected by the system, and no impact on it is listed.")},
		"observed": {expectation.item("/system/impactAssessment/individuals/0", "The impact on the group \"Applicants\" is recorded with the group, what can happen, a level, a mitigation and a reason for the level.")},
	})
}

test_passes_without_listed_groups if {
	said(json.patch(complete, [{"op": "remove", "path": "/purpose"}])) == expectation.says({"observed": {expectation.item("/system/impactAssessment/individuals/0", "The impact on the group \"Applicants\" is recorded with the group, what can happen, a level, a mitigation and a reason for the level.")}})
}

test_fails_when_the_list_is_empty if {
	said(json.patch(complete, [{"op": "replace", "path": "/impactAssessment/individuals", "value": []}])) == expectation.says({
		"violation": {expectation.item("/system/impactAssessment/individuals", "The list of the impacts on individuals and groups is recorded as empty.")},
		"pending": {expectation.item("/system/impactAssessment/individuals", "The group \"Applicants\" is affected by the system, and no impact on it is listed.")},
	})
}

test_missing_when_only_groups_are_listed if {
	said(json.patch(complete, [{"op": "remove", "path": "/impactAssessment"}])) == expectation.says({"missing": {expectation.item("/system/impactAssessment/individuals", "Nobody recorded the impacts on individuals and groups.")}})
}

test_pending_when_the_level_is_unknown if {
	said(json.patch(complete, [{"op": "replace", "path": "/impactAssessment/individuals/0/level", "value": "unknown"}])) == expectation.says({"pending": {expectation.item("/system/impactAssessment/individuals/0", "The impact on the group \"Applicants\" is recorded without a level.")}})
}

test_pending_without_group if {
	said(json.patch(complete, [{"op": "remove", "path": "/impactAssessment/individuals/0/group"}])) == expectation.says({"pending": {
		expectation.item("/system/impactAssessment/individuals", "The group \"Applicants\" is affected by the system, and no impact on it is listed."),
		expectation.item("/system/impactAssessment/individuals/0", "The impact on the group without a name is recorded without the group."),
	}})
}

test_pending_without_impact if {
	said(json.patch(complete, [{"op": "remove", "path": "/impactAssessment/individuals/0/impact"}])) == expectation.says({"pending": {expectation.item("/system/impactAssessment/individuals/0", "The impact on the group \"Applicants\" is recorded without what can happen.")}})
}

test_pending_without_level if {
	said(json.patch(complete, [{"op": "remove", "path": "/impactAssessment/individuals/0/level"}])) == expectation.says({"pending": {expectation.item("/system/impactAssessment/individuals/0", "The impact on the group \"Applicants\" is recorded without a level.")}})
}

test_pending_without_rationale if {
	said(json.patch(complete, [{"op": "remove", "path": "/impactAssessment/individuals/0/rationale"}])) == expectation.says({"pending": {expectation.item("/system/impactAssessment/individuals/0", "The impact on the group \"Applicants\" is recorded without a reason for the level.")}})
}

test_pending_without_mitigation if {
	said(json.patch(complete, [{"op": "remove", "path": "/impactAssessment/individuals/0/mitigation"}])) == expectation.says({"pending": {expectation.item("/system/impactAssessment/individuals/0", "The impact on the group \"Applicants\" is recorded without a mitigation.")}})
}

test_does_not_apply_where_no_assessment_is_needed if {
	said({"impactAssessment": {"state": "not-applicable"}}) == expectation.outside({expectation.item("/system/impactAssessment/state", "The impact assessment is recorded as not applicable; the rule concerns systems that need one.")})
}

test_does_not_apply_to_ideas if {
	said({"lifecycle": {"stage": "idea"}}) == expectation.outside({expectation.item("/system/lifecycle/stage", "The stage of the life cycle is idea; the rule concerns systems that are built or used.")})
}

test_missing_when_nothing_is_recorded if {
	said({}) == expectation.says({"missing": {expectation.item("/system/impactAssessment/individuals", "Nobody recorded the impacts on individuals and groups.")}})
}

test_does_not_apply_to_retired_systems if {
	said({"lifecycle": {"stage": "retired"}}) == expectation.outside({expectation.item("/system/lifecycle/stage", "The stage of the life cycle is retired; the rule concerns systems that are built or used.")})
}
