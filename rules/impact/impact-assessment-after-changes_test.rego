package aims.rules.impact_assessment_after_changes_test

import data.aims.lib.expectation_test as expectation
import data.aims.rules.impact_assessment_after_changes as rule

said(system) := verdict if {
	verdict := rule.verdict with input as expectation.about(system) with data.params as expectation.params
}

complete := {
	"impactAssessment": {"state": "done", "completedOn": "2026-02-17"},
	"purpose": {"changedOn": "2026-02-16"},
	"models": [{"name": "gbm", "releasedOn": "2026-02-17"}],
}

test_passes_after_all if {
	said(complete) == expectation.says({"observed": {
		expectation.item("/system/impactAssessment/completedOn", "The impact assessment was completed on 2026-02-17, after the model \"gbm\" (on 2026-02-17)."),
		expectation.item("/system/impactAssessment/completedOn", "The impact assessment was completed on 2026-02-17, after the purpose as it is (on 2026-02-16)."),
		expectation.item("/system/impactAssessment/completedOn", "The impact assessment was completed on 2026-02-17; no substantial change is recorded since."),
	}})
}

test_stale_after_a_new_model if {
	said(json.patch(complete, [{"op": "replace", "path": "/models/0/releasedOn", "value": "2026-02-18"}])) == expectation.says({
		"stale": {expectation.item("/system/impactAssessment/completedOn", "The impact assessment was completed on 2026-02-17; nothing proves that this was after the model \"gbm\" (on 2026-02-18).")},
		"observed": {
			expectation.item("/system/impactAssessment/completedOn", "The impact assessment was completed on 2026-02-17, after the purpose as it is (on 2026-02-16)."),
			expectation.item("/system/impactAssessment/completedOn", "The impact assessment was completed on 2026-02-17; no substantial change is recorded since."),
		},
	})
}

test_stale_when_only_the_month_is_known if {
	said(json.patch(complete, [{"op": "replace", "path": "/models/0/releasedOn", "value": "2026-02"}])) == expectation.says({
		"stale": {expectation.item("/system/impactAssessment/completedOn", "The impact assessment was completed on 2026-02-17; nothing proves that this was after the model \"gbm\" (in 2026-02).")},
		"observed": {
			expectation.item("/system/impactAssessment/completedOn", "The impact assessment was completed on 2026-02-17, after the purpose as it is (on 2026-02-16)."),
			expectation.item("/system/impactAssessment/completedOn", "The impact assessment was completed on 2026-02-17; no substantial change is recorded since."),
		},
	})
}

test_stale_after_a_new_purpose if {
	said(json.patch(complete, [{"op": "replace", "path": "/purpose/changedOn", "value": "2026-03"}])) == expectation.says({
		"stale": {expectation.item("/system/impactAssessment/completedOn", "The impact assessment was completed on 2026-02-17; nothing proves that this was after the purpose as it is (in 2026-03).")},
		"observed": {
			expectation.item("/system/impactAssessment/completedOn", "The impact assessment was completed on 2026-02-17, after the model \"gbm\" (on 2026-02-17)."),
			expectation.item("/system/impactAssessment/completedOn", "The impact assessment was completed on 2026-02-17; no substantial change is recorded since."),
		},
	})
}

test_missing_when_the_change_of_purpose_cannot_be_read if {
	said(json.patch(complete, [{"op": "replace", "path": "/purpose/changedOn", "value": "soon"}])) == expectation.says({
		"missing": {expectation.item("/system/purpose/changedOn", "Nobody recorded since when there is the purpose as it is.")},
		"observed": {
			expectation.item("/system/impactAssessment/completedOn", "The impact assessment was completed on 2026-02-17, after the model \"gbm\" (on 2026-02-17)."),
			expectation.item("/system/impactAssessment/completedOn", "The impact assessment was completed on 2026-02-17; no substantial change is recorded since."),
		},
	})
}

test_missing_when_a_model_has_no_day if {
	said(json.patch(complete, [{"op": "remove", "path": "/models/0/releasedOn"}])) == expectation.says({
		"missing": {expectation.item("/system/models/0/releasedOn", "Nobody recorded since when there is the model \"gbm\".")},
		"observed": {
			expectation.item("/system/impactAssessment/completedOn", "The impact assessment was completed on 2026-02-17, after the purpose as it is (on 2026-02-16)."),
			expectation.item("/system/impactAssessment/completedOn", "The impact assessment was completed on 2026-02-17; no substantial change is recorded since."),
		},
	})
}

test_missing_without_a_day if {
	said(json.patch(complete, [{"op": "remove", "path": "/impactAssessment/completedOn"}])) == expectation.says({
		"missing": {expectation.item("/system/impactAssessment/completedOn", "Nobody recorded when the impact assessment was completed.")},
		"observed": {expectation.item("/system/impactAssessment/completedOn", "No substantial change is recorded after which the impact assessment would have to be completed again.")},
	})
}

test_fails_in_the_future if {
	said(json.patch(complete, [{"op": "replace", "path": "/impactAssessment/completedOn", "value": "2026-11-02"}])) == expectation.says({"violation": {expectation.item("/system/impactAssessment/completedOn", "The impact assessment is recorded as completed on 2026-11-02, which lies in the future of 2026-11-01.")}})
}

test_stale_after_a_substantial_change if {
	said(json.patch(complete, [
		{
			"op": "add",
			"path": "/changes",
			"value": [{"on": "2026-03-01", "what": "Version 4.2", "substantial": "yes"}],
		},
	])) == expectation.says({
		"stale": {expectation.item("/system/impactAssessment/completedOn", "The impact assessment was completed on 2026-02-17; since then the system was changed substantially (Version 4.2, on 2026-03-01).")},
		"observed": {
			expectation.item("/system/impactAssessment/completedOn", "The impact assessment was completed on 2026-02-17, after the model \"gbm\" (on 2026-02-17)."),
			expectation.item("/system/impactAssessment/completedOn", "The impact assessment was completed on 2026-02-17, after the purpose as it is (on 2026-02-16)."),
		},
	})
}

test_passes_without_models_and_changes if {
	said({"impactAssessment": {"state": "done", "completedOn": "2026-02-17"}}) == expectation.says({"observed": {expectation.item("/system/impactAssessment/completedOn", "The impact assessment was completed on 2026-02-17; no substantial change is recorded since.")}})
}

test_does_not_apply_to_an_assessment_under_way if {
	said({"impactAssessment": {"state": "in-progress"}}) == expectation.outside({expectation.item("/system/impactAssessment/state", "The state of the impact assessment is in-progress; the rule concerns assessments that are done.")})
}

test_does_not_apply_when_nothing_is_recorded if {
	said({}) == expectation.outside({expectation.item("/system/impactAssessment/state", "The state of the impact assessment is blank; the rule concerns assessments that are done.")})
}

test_does_not_apply_to_retired_systems if {
	said({"lifecycle": {"stage": "retired"}}) == expectation.outside({item | some item in [
		expectation.item("/system/impactAssessment/state", "The state of the impact assessment is blank; the rule concerns assessments that are done."),
		expectation.retired,
	]})
}
