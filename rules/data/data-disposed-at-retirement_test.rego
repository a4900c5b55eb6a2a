package aims.rules.data_disposed_at_retirement_test

import data.aims.lib.expectation_test as expectation
import data.aims.rules.data_disposed_at_retirement as rule

said(system) := verdict if {
	verdict := rule.verdict with input as expectation.about(system) with data.params as expectation.params
}

complete := {
	"lifecycle": {"stage": "retired"},
	"practices": {"dataDisposal": {"state": "done", "completedOn": "2026-01-31"}},
}

test_passes_when_disposed if {
	said(complete) == expectation.says({"observed": {expectation.item("/system/practices/dataDisposal", "The disposal of data was completed on 2026-01-31, 274 days before 2026-11-01.")}})
}

test_fails_when_not_done if {
	said({"lifecycle": {"stage": "retired"}, "practices": {"dataDisposal": {"state": "not-done"}}}) == expectation.says({"violation": {expectation.item("/system/practices/dataDisposal/state", "The disposal of data is recorded as not done.")}})
}

test_passes_when_not_needed if {
	said({
		"lifecycle": {"stage": "retired"},
		"practices": {"dataDisposal": {"state": "not-applicable", "note": "Synthetic data only."}},
		"data": {"personalData": "no"},
	}) == expectation.says({"observed": {expectation.item("/system/practices/dataDisposal", "The disposal of data is recorded as not needed: Synthetic data only.")}})
}

test_fails_when_not_needed_with_personal_data if {
	said({
		"lifecycle": {"stage": "retired"},
		"practices": {"dataDisposal": {"state": "not-applicable", "note": "Kept."}},
		"data": {"personalData": "yes"},
	}) == expectation.says({"violation": {expectation.item("/system/practices/dataDisposal/state", "The disposal of data is recorded as not applicable, but it is obligatory for a retired system with personal data.")}})
}

test_fails_when_nobody_knows_of_personal_data if {
	said({
		"lifecycle": {"stage": "retired"},
		"practices": {"dataDisposal": {"state": "not-applicable", "note": "Kept."}},
	}) == expectation.says({"violation": {expectation.item("/system/practices/dataDisposal/state", "The disposal of data is recorded as not applicable, but it is obligatory for a retired system with personal data.")}})
}

test_missing_when_blank if {
	said({"lifecycle": {"stage": "retired"}}) == expectation.says({"missing": {expectation.item("/system/practices/dataDisposal", "The disposal of data is blank: nobody recorded how far it got.")}})
}

test_pending_when_under_way if {
	said({
		"lifecycle": {"stage": "retired"},
		"practices": {"dataDisposal": {"state": "in-progress"}},
	}) == expectation.says({"pending": {expectation.item("/system/practices/dataDisposal/state", "The disposal of data is in progress.")}})
}

test_does_not_apply_in_use if {
	said({"lifecycle": {"stage": "deployed"}}) == expectation.outside({expectation.item("/system/lifecycle/stage", "The stage of the life cycle is deployed; the rule concerns retired systems.")})
}

test_does_not_apply_when_nothing_is_recorded if {
	said({}) == expectation.outside({expectation.item("/system/lifecycle/stage", "Nobody recorded the stage of the life cycle; the rule concerns retired systems.")})
}
