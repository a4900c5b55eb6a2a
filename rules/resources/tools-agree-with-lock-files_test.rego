package aims.rules.tools_agree_with_lock_files_test

import data.aims.lib.expectation_test as expectation
import data.aims.rules.tools_agree_with_lock_files as rule

said(system) := verdict if {
	verdict := rule.verdict with input as expectation.about(system) with data.params as expectation.params
}

complete := {
	"resources": {"toolComparison": {"agrees": "yes", "comparedOn": "2026-08-03"}},
	"lifecycle": {"stage": "development"},
}

test_passes_at_the_limit if {
	said(complete) == expectation.says({"observed": {
		expectation.item("/system/resources/toolComparison/agrees", "The comparison of tools with lock files found that they agree."),
		expectation.item("/system/resources/toolComparison/comparedOn", "The comparison of tools with lock files was made on 2026-08-03, 90 days before 2026-11-01, within the limit of 90 days."),
	}})
}

test_stale_a_day_later if {
	said(json.patch(complete, [
		{"op": "replace", "path": "/resources/toolComparison/comparedOn", "value": "2026-08-02"},
	])) == expectation.says({
		"stale": {expectation.item("/system/resources/toolComparison/comparedOn", "The comparison of tools with lock files was last made on 2026-08-02, 91 days before 2026-11-01; the limit is 90 days.")},
		"observed": {expectation.item("/system/resources/toolComparison/agrees", "The comparison of tools with lock files found that they agree.")},
	})
}

test_fails_when_they_differ if {
	said(json.patch(complete, [{"op": "replace", "path": "/resources/toolComparison/agrees", "value": "no"}])) == expectation.says({
		"violation": {expectation.item("/system/resources/toolComparison/agrees", "The comparison of tools with lock files found that they differ.")},
		"observed": {expectation.item("/system/resources/toolComparison/comparedOn", "The comparison of tools with lock files was made on 2026-08-03, 90 days before 2026-11-01, within the limit of 90 days.")},
	})
}

test_missing_when_unknown if {
	said(json.patch(complete, [{"op": "replace", "path": "/resources/toolComparison/agrees", "value": "unknown"}])) == expectation.says({
		"missing": {expectation.item("/system/resources/toolComparison/agrees", "The outcome of the comparison of tools with lock files is recorded as unknown.")},
		"observed": {expectation.item("/system/resources/toolComparison/comparedOn", "The comparison of tools with lock files was made on 2026-08-03, 90 days before 2026-11-01, within the limit of 90 days.")},
	})
}

test_missing_without_a_day if {
	said(json.patch(complete, [{"op": "remove", "path": "/resources/toolComparison/comparedOn"}])) == expectation.says({
		"missing": {expectation.item("/system/resources/toolComparison/comparedOn", "Nobody recorded when the comparison of tools with lock files was made.")},
		"observed": {expectation.item("/system/resources/toolComparison/agrees", "The comparison of tools with lock files found that they agree.")},
	})
}

test_fails_in_the_future if {
	said(json.patch(complete, [
		{"op": "replace", "path": "/resources/toolComparison/comparedOn", "value": "2026-11-02"},
	])) == expectation.says({
		"violation": {expectation.item("/system/resources/toolComparison/comparedOn", "The comparison of tools with lock files is recorded as made on 2026-11-02, which lies in the future of 2026-11-01.")},
		"observed": {expectation.item("/system/resources/toolComparison/agrees", "The comparison of tools with lock files found that they agree.")},
	})
}

test_missing_when_blank if {
	said({"lifecycle": {"stage": "development"}}) == expectation.says({"missing": {
		expectation.item("/system/resources/toolComparison/agrees", "Nobody recorded the outcome of the comparison of tools with lock files."),
		expectation.item("/system/resources/toolComparison/comparedOn", "Nobody recorded when the comparison of tools with lock files was made."),
	}})
}

test_does_not_apply_to_purchased_systems if {
	said({"lifecycle": {"stage": "development"}, "acquisition": "purchased"}) == expectation.outside({expectation.item("/system/acquisition", "The system is recorded as purchased; the rule concerns systems that the organization makes.")})
}

test_does_not_apply_to_ideas if {
	said({"lifecycle": {"stage": "idea"}}) == expectation.outside({expectation.item("/system/lifecycle/stage", "The stage of the life cycle is idea; the rule concerns systems that are built or used.")})
}

test_missing_when_nothing_is_recorded if {
	said({}) == expectation.says({"missing": {
		expectation.item("/system/resources/toolComparison/agrees", "Nobody recorded the outcome of the comparison of tools with lock files."),
		expectation.item("/system/resources/toolComparison/comparedOn", "Nobody recorded when the comparison of tools with lock files was made."),
	}})
}

test_does_not_apply_to_retired_systems if {
	said({"lifecycle": {"stage": "retired"}}) == expectation.outside({expectation.item("/system/lifecycle/stage", "The stage of the life cycle is retired; the rule concerns systems that are built or used.")})
}

test_says_nothing_without_the_parameter if {
	not rule.verdict with input as expectation.about(complete)
		with data.params as {}
}
