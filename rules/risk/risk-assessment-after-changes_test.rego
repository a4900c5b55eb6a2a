package aims.rules.risk_assessment_after_changes_test

import data.aims.lib.expectation_test as expectation
import data.aims.rules.risk_assessment_after_changes as rule

said(system) := verdict if {
	verdict := rule.verdict with input as expectation.about(system) with data.params as expectation.params
}

complete := {
	"risk": {"assessments": [{"completedOn": "2026-02-03"}]},
	"changes": [{"on": "2026-01-19", "what": "Version 4.2", "substantial": "yes"}],
}

test_passes_after_the_change if {
	said(complete) == expectation.says({"observed": {expectation.item("/system/risk/assessments/0/completedOn", "The risk assessment was completed on 2026-02-03; no substantial change is recorded since.")}})
}

test_stale_after_a_later_change if {
	said(json.patch(complete, [{"op": "replace", "path": "/changes/0/on", "value": "2026-03-01"}])) == expectation.says({"stale": {expectation.item("/system/risk/assessments/0/completedOn", "The risk assessment was completed on 2026-02-03; since then the system was changed substantially (Version 4.2, on 2026-03-01).")}})
}

test_passes_over_a_change_that_is_not_substantial if {
	said(json.patch(complete, [{"op": "replace", "path": "/changes/0/substantial", "value": "no"}])) == expectation.says({"observed": {expectation.item("/system/risk/assessments/0/completedOn", "The risk assessment was completed on 2026-02-03; no substantial change is recorded since.")}})
}

test_missing_when_the_change_has_no_day if {
	said(json.patch(complete, [{"op": "remove", "path": "/changes/0/on"}])) == expectation.says({"missing": {expectation.item("/system/changes/0/on", "A substantial change (Version 4.2) has no date; nobody can tell whether the risk assessment was completed after it.")}})
}

test_missing_without_an_assessment if {
	said(json.patch(complete, [{"op": "remove", "path": "/risk"}])) == expectation.says({"missing": {expectation.item("/system/risk/assessments", "Nobody recorded when the risks of the system were assessed.")}})
}

test_does_not_apply_to_ideas if {
	said({"lifecycle": {"stage": "idea"}}) == expectation.outside({expectation.item("/system/lifecycle/stage", "The stage of the life cycle is idea; the rule concerns systems that are built or used.")})
}

test_missing_when_nothing_is_recorded if {
	said({}) == expectation.says({"missing": {expectation.item("/system/risk/assessments", "Nobody recorded when the risks of the system were assessed.")}})
}

test_does_not_apply_to_retired_systems if {
	said({"lifecycle": {"stage": "retired"}}) == expectation.outside({expectation.item("/system/lifecycle/stage", "The stage of the life cycle is retired; the rule concerns systems that are built or used.")})
}
