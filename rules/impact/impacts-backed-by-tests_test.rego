package aims.rules.impacts_backed_by_tests_test

import data.aims.lib.expectation_test as expectation
import data.aims.rules.impacts_backed_by_tests as rule

said_with(system, evidence) := verdict if {
	verdict := rule.verdict with input as object.union(expectation.about(system), {"evidence": evidence})
		with data.params as expectation.params
}

said(system) := said_with(system, evidence)

complete := {
	"impactAssessment": {"fairnessEvidence": ["f"], "privacyEvidence": ["p"]},
	"decisions": {"aboutPeople": "yes"},
	"data": {"personalData": "yes"},
}

evidence := [
	{
		"id": "f",
		"title": "Tests f",
		"state": "approved",
		"path": "t.xml",
		"fileState": "matches",
	},
	{
		"id": "p",
		"title": "Tests p",
		"state": "approved",
		"path": "t.xml",
		"fileState": "matches",
	},
]

test_passes_when_both_are_named if {
	said(complete) == expectation.says({"observed": {
		expectation.item("/system/impactAssessment/fairnessEvidence/0", "\"Tests f\" is named for tests of fairness."),
		expectation.item("/system/impactAssessment/privacyEvidence/0", "\"Tests p\" is named for tests of privacy."),
	}})
}

test_passes_when_neither_is_needed if {
	said_with({"decisions": {"aboutPeople": "no"}, "data": {"personalData": "no"}}, []) == expectation.says({"observed": {
		expectation.item("/system/data/personalData", "No personal data are processed: no test of privacy is asked for."),
		expectation.item("/system/decisions/aboutPeople", "No decision about people is taken with the system: no test of fairness is asked for."),
	}})
}

test_missing_when_it_is_unknown if {
	said_with({"decisions": {"aboutPeople": "unknown"}, "data": {"personalData": "unknown"}}, []) == expectation.says({"missing": {
		expectation.item("/system/data/personalData", "Whether personal data are processed is recorded as unknown."),
		expectation.item("/system/decisions/aboutPeople", "Whether the system takes part in decisions about people is recorded as unknown."),
	}})
}

test_missing_without_tests if {
	said(json.patch(complete, [{"op": "remove", "path": "/impactAssessment"}])) == expectation.says({"missing": {
		expectation.item("/system/impactAssessment/fairnessEvidence", "No evidence record is named for tests of fairness."),
		expectation.item("/system/impactAssessment/privacyEvidence", "No evidence record is named for tests of privacy."),
	}})
}

test_missing_when_none_is_named if {
	said(json.patch(complete, [{"op": "replace", "path": "/impactAssessment/fairnessEvidence", "value": []}])) == expectation.says({
		"missing": {expectation.item("/system/impactAssessment/fairnessEvidence", "No evidence record is named for tests of fairness.")},
		"observed": {expectation.item("/system/impactAssessment/privacyEvidence/0", "\"Tests p\" is named for tests of privacy.")},
	})
}

test_fails_when_a_record_is_not_there if {
	said(json.patch(complete, [{"op": "replace", "path": "/impactAssessment/fairnessEvidence", "value": ["g"]}])) == expectation.says({
		"violation": {expectation.item("/system/impactAssessment/fairnessEvidence/0", "The record \"g\", named for tests of fairness, is not among the evidence records.")},
		"observed": {expectation.item("/system/impactAssessment/privacyEvidence/0", "\"Tests p\" is named for tests of privacy.")},
	})
}

test_fails_when_a_file_differs if {
	said_with(complete, json.patch(evidence, [{"op": "replace", "path": "/0/fileState", "value": "differs"}])) == expectation.says({
		"violation": {expectation.item("/system/impactAssessment/fairnessEvidence/0", "\"Tests f\", named for tests of fairness, names a file whose content is not the one that was recorded.")},
		"observed": {expectation.item("/system/impactAssessment/privacyEvidence/0", "\"Tests p\" is named for tests of privacy.")},
	})
}

test_stale_when_a_record_ran_out if {
	said_with(complete, json.patch(evidence, [{"op": "add", "path": "/1/validUntil", "value": "2026-10-31"}])) == expectation.says({
		"stale": {expectation.item("/system/impactAssessment/privacyEvidence/0", "\"Tests p\", named for tests of privacy, was valid until 2026-10-31, which is before 2026-11-01.")},
		"observed": {expectation.item("/system/impactAssessment/fairnessEvidence/0", "\"Tests f\" is named for tests of fairness.")},
	})
}

test_passes_on_the_last_day if {
	said_with(complete, json.patch(evidence, [{"op": "add", "path": "/1/validUntil", "value": "2026-11-01"}])) == expectation.says({"observed": {
		expectation.item("/system/impactAssessment/fairnessEvidence/0", "\"Tests f\" is named for tests of fairness."),
		expectation.item("/system/impactAssessment/privacyEvidence/0", "\"Tests p\" is named for tests of privacy."),
	}})
}

test_pending_when_a_record_is_a_draft if {
	said_with(complete, json.patch(evidence, [{"op": "replace", "path": "/0/state", "value": "draft"}])) == expectation.says({
		"pending": {expectation.item("/system/impactAssessment/fairnessEvidence/0", "\"Tests f\", named for tests of fairness, is a draft.")},
		"observed": {expectation.item("/system/impactAssessment/privacyEvidence/0", "\"Tests p\" is named for tests of privacy.")},
	})
}

test_pending_when_a_record_is_replaced if {
	said_with(complete, json.patch(evidence, [{"op": "replace", "path": "/0/state", "value": "superseded"}])) == expectation.says({
		"pending": {expectation.item("/system/impactAssessment/fairnessEvidence/0", "\"Tests f\", named for tests of fairness, is superseded.")},
		"observed": {expectation.item("/system/impactAssessment/privacyEvidence/0", "\"Tests p\" is named for tests of privacy.")},
	})
}

test_pending_when_a_record_was_refused if {
	said_with(complete, json.patch(evidence, [{"op": "replace", "path": "/0/state", "value": "rejected"}])) == expectation.says({
		"pending": {expectation.item("/system/impactAssessment/fairnessEvidence/0", "\"Tests f\", named for tests of fairness, is rejected.")},
		"observed": {expectation.item("/system/impactAssessment/privacyEvidence/0", "\"Tests p\" is named for tests of privacy.")},
	})
}

test_does_not_apply_where_no_assessment_is_needed if {
	said_with({"impactAssessment": {"state": "not-applicable"}}, []) == expectation.outside({expectation.item("/system/impactAssessment/state", "The impact assessment is recorded as not applicable; the rule concerns systems that need one.")})
}

test_does_not_apply_to_ideas if {
	said_with({"lifecycle": {"stage": "idea"}}, []) == expectation.outside({expectation.item("/system/lifecycle/stage", "The stage of the life cycle is idea; the rule concerns systems that are built or used.")})
}

test_missing_when_nothing_is_recorded if {
	said_with({}, []) == expectation.says({"missing": {
		expectation.item("/system/data/personalData", "Nobody recorded whether personal data are processed."),
		expectation.item("/system/decisions/aboutPeople", "Nobody recorded whether the system takes part in decisions about people."),
	}})
}

test_does_not_apply_to_retired_systems if {
	said_with({"lifecycle": {"stage": "retired"}}, []) == expectation.outside({expectation.item("/system/lifecycle/stage", "The stage of the life cycle is retired; the rule concerns systems that are built or used.")})
}
