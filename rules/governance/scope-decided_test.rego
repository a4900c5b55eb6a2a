package aims.rules.scope_decided_test

import data.aims.lib.expectation_test as expectation
import data.aims.rules.scope_decided as rule

said(system) := verdict if {
	verdict := rule.verdict with input as expectation.about(system) with data.params as expectation.params
}

complete := {
	"scope": {
		"status": "excluded",
		"reason": "Nothing learned from data.",
		"approvedBy": "Risk Committee",
		"decidedOn": "2026-02-10",
	},
}

test_passes_in_scope if {
	said({"scope": {"status": "in"}}) == expectation.says({"observed": {expectation.item("/system/scope/status", "The scope of the management system is recorded: in.")}})
}

test_passes_when_left_out_for_a_reason if {
	said(complete) == expectation.says({"observed": {expectation.item("/system/scope", "The exclusion from the scope is recorded with who approved it, the day of the decision and a reason.")}})
}

test_missing_when_left_out_without_more if {
	said({"scope": {"status": "excluded"}}) == expectation.says({"missing": {expectation.item("/system/scope", "The exclusion from the scope: nobody recorded who approved it, the day of the decision and a reason.")}})
}

test_pending_without_a_reason if {
	said(json.patch(complete, [{"op": "remove", "path": "/scope/reason"}])) == expectation.says({"pending": {expectation.item("/system/scope", "The exclusion from the scope is recorded without a reason.")}})
}

test_pending_without_an_approval if {
	said(json.patch(complete, [{"op": "remove", "path": "/scope/approvedBy"}])) == expectation.says({"pending": {expectation.item("/system/scope", "The exclusion from the scope is recorded without who approved it.")}})
}

test_pending_without_the_day if {
	said(json.patch(complete, [{"op": "remove", "path": "/scope/decidedOn"}])) == expectation.says({"pending": {expectation.item("/system/scope", "The exclusion from the scope is recorded without the day of the decision.")}})
}

test_missing_when_nothing_is_recorded if {
	said({}) == expectation.says({"missing": {expectation.item("/system/scope/status", "Nobody recorded whether the management system covers the system.")}})
}

test_does_not_apply_to_retired_systems if {
	said({"lifecycle": {"stage": "retired"}}) == expectation.says({"missing": {expectation.item("/system/scope/status", "Nobody recorded whether the management system covers the system.")}})
}
