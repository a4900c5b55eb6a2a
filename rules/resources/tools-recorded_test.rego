package aims.rules.tools_recorded_test

import data.aims.lib.expectation_test as expectation
import data.aims.rules.tools_recorded as rule

said(system) := verdict if {
	verdict := rule.verdict with input as expectation.about(system) with data.params as expectation.params
}

complete := {
	"resources": {"tools": [{"name": "scikit-learn", "version": "1.5", "licence": "BSD-3-Clause"}]},
}

test_passes_when_recorded if {
	said(complete) == expectation.says({"observed": {expectation.item("/system/resources/tools/0", "The tool \"scikit-learn\" is recorded with a licence, its name and a version.")}})
}

test_fails_when_empty if {
	said({"resources": {"tools": []}}) == expectation.says({"violation": {expectation.item("/system/resources/tools", "The list of the tools of the system is recorded as empty.")}})
}

test_pending_without_name if {
	said(json.patch(complete, [{"op": "remove", "path": "/resources/tools/0/name"}])) == expectation.says({"pending": {expectation.item("/system/resources/tools/0", "The tool without a name is recorded without its name.")}})
}

test_pending_without_version if {
	said(json.patch(complete, [{"op": "remove", "path": "/resources/tools/0/version"}])) == expectation.says({"pending": {expectation.item("/system/resources/tools/0", "The tool \"scikit-learn\" is recorded without a version.")}})
}

test_pending_without_licence if {
	said(json.patch(complete, [{"op": "remove", "path": "/resources/tools/0/licence"}])) == expectation.says({"pending": {expectation.item("/system/resources/tools/0", "The tool \"scikit-learn\" is recorded without a licence.")}})
}

test_does_not_apply_to_ideas if {
	said({"lifecycle": {"stage": "idea"}}) == expectation.outside({expectation.item("/system/lifecycle/stage", "The stage of the life cycle is idea; the rule concerns systems that are built or used.")})
}

test_missing_when_nothing_is_recorded if {
	said({}) == expectation.says({"missing": {expectation.item("/system/resources/tools", "Nobody recorded the tools of the system.")}})
}

test_does_not_apply_to_retired_systems if {
	said({"lifecycle": {"stage": "retired"}}) == expectation.outside({expectation.item("/system/lifecycle/stage", "The stage of the life cycle is retired; the rule concerns systems that are built or used.")})
}
