package aims.rules.development_objectives_linked_test

import data.aims.lib.expectation_test as expectation
import data.aims.rules.development_objectives_linked as rule

said(system) := verdict if {
	verdict := rule.verdict with input as expectation.about(system) with data.params as expectation.params
}

complete := {
	"development": {
		"objectives": [{"objective": "Equal treatment", "requirements": ["q1"], "tests": ["t1"]}],
		"requirements": [{"id": "q1"}],
		"verification": {"results": [{"id": "t1"}]},
	},
}

test_passes_when_linked if {
	said(complete) == expectation.says({"observed": {expectation.item("/system/development/objectives/0", "The objective \"Equal treatment\" is recorded with its words, requirements and tests.")}})
}

test_fails_when_a_requirement_is_not_there if {
	said(json.patch(complete, [{"op": "replace", "path": "/development/objectives/0/requirements/0", "value": "q2"}])) == expectation.says({
		"violation": {expectation.item("/system/development/objectives/0/requirements/0", "The objective \"Equal treatment\" names \"q2\", which is not among the requirements.")},
		"observed": {expectation.item("/system/development/objectives/0", "The objective \"Equal treatment\" is recorded with its words, requirements and tests.")},
	})
}

test_fails_when_a_test_is_not_there if {
	said(json.patch(complete, [{"op": "replace", "path": "/development/objectives/0/tests/0", "value": "t2"}])) == expectation.says({
		"violation": {expectation.item("/system/development/objectives/0/tests/0", "The objective \"Equal treatment\" names \"t2\", which is not among the test results.")},
		"observed": {expectation.item("/system/development/objectives/0", "The objective \"Equal treatment\" is recorded with its words, requirements and tests.")},
	})
}

test_fails_when_no_results_are_recorded if {
	said(json.patch(complete, [{"op": "remove", "path": "/development/verification"}])) == expectation.says({
		"violation": {expectation.item("/system/development/objectives/0/tests/0", "The objective \"Equal treatment\" names \"t1\", which is not among the test results.")},
		"observed": {expectation.item("/system/development/objectives/0", "The objective \"Equal treatment\" is recorded with its words, requirements and tests.")},
	})
}

test_fails_when_no_requirements_are_recorded if {
	said(json.patch(complete, [{"op": "remove", "path": "/development/requirements"}])) == expectation.says({
		"violation": {expectation.item("/system/development/objectives/0/requirements/0", "The objective \"Equal treatment\" names \"q1\", which is not among the requirements.")},
		"observed": {expectation.item("/system/development/objectives/0", "The objective \"Equal treatment\" is recorded with its words, requirements and tests.")},
	})
}

test_pending_without_words if {
	said(json.patch(complete, [{"op": "remove", "path": "/development/objectives/0/objective"}])) == expectation.says({"pending": {expectation.item("/system/development/objectives/0", "The objective without a name is recorded without its words.")}})
}

test_pending_without_requirements if {
	said(json.patch(complete, [{"op": "replace", "path": "/development/objectives/0/requirements", "value": []}])) == expectation.says({"pending": {expectation.item("/system/development/objectives/0", "The objective \"Equal treatment\" is recorded without requirements.")}})
}

test_pending_without_tests if {
	said(json.patch(complete, [{"op": "remove", "path": "/development/objectives/0/tests"}])) == expectation.says({"pending": {expectation.item("/system/development/objectives/0", "The objective \"Equal treatment\" is recorded without tests.")}})
}

test_fails_when_the_list_is_empty if {
	said(json.patch(complete, [{"op": "replace", "path": "/development/objectives", "value": []}])) == expectation.says({"violation": {expectation.item("/system/development/objectives", "The list of the objectives for responsible development is recorded as empty.")}})
}

test_does_not_apply_to_ideas if {
	said({"lifecycle": {"stage": "idea"}}) == expectation.outside({expectation.item("/system/lifecycle/stage", "The stage of the life cycle is idea; the rule concerns systems that are built or used.")})
}

test_does_not_apply_to_purchased_systems if {
	said({"acquisition": "purchased"}) == expectation.outside({expectation.item("/system/acquisition", "The system is recorded as purchased; the rule concerns systems that the organization makes.")})
}

test_missing_when_nothing_is_recorded if {
	said({}) == expectation.says({"missing": {expectation.item("/system/development/objectives", "Nobody recorded the objectives for responsible development.")}})
}

test_does_not_apply_to_retired_systems if {
	said({"lifecycle": {"stage": "retired"}}) == expectation.outside({expectation.item("/system/lifecycle/stage", "The stage of the life cycle is retired; the rule concerns systems that are built or used.")})
}
