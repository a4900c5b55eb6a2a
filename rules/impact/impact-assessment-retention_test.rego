package aims.rules.impact_assessment_retention_test

import data.aims.lib.expectation_test as expectation
import data.aims.rules.impact_assessment_retention as rule

said(system) := verdict if {
	verdict := rule.verdict with input as expectation.about(system) with data.params as expectation.params
}

complete := {"impactAssessment": {"retentionDays": 1825}}

test_passes_at_the_limit if {
	said(complete) == expectation.says({"observed": {expectation.item("/system/impactAssessment/retentionDays", "The impact assessment is kept for 1825 days; at least 1825 days are required.")}})
}

test_fails_below_the_limit if {
	said(json.patch(complete, [{"op": "replace", "path": "/impactAssessment/retentionDays", "value": 1824}])) == expectation.says({"violation": {expectation.item("/system/impactAssessment/retentionDays", "The impact assessment is kept for 1824 days; at least 1825 days are required.")}})
}

test_fails_when_not_kept if {
	said(json.patch(complete, [{"op": "replace", "path": "/impactAssessment/retentionDays", "value": 0}])) == expectation.says({"violation": {expectation.item("/system/impactAssessment/retentionDays", "The impact assessment is kept for 0 days; at least 1825 days are required.")}})
}

test_does_not_apply_where_no_assessment_is_needed if {
	said({"impactAssessment": {"state": "not-applicable"}}) == expectation.outside({expectation.item("/system/impactAssessment/state", "The impact assessment is recorded as not applicable; the rule concerns systems that need one.")})
}

test_does_not_apply_to_ideas if {
	said({"lifecycle": {"stage": "idea"}}) == expectation.outside({expectation.item("/system/lifecycle/stage", "The stage of the life cycle is idea; the rule concerns systems that are built or used.")})
}

test_missing_when_nothing_is_recorded if {
	said({}) == expectation.says({"missing": {expectation.item("/system/impactAssessment/retentionDays", "Nobody recorded for how many days the impact assessment is kept; at least 1825 days are required.")}})
}

test_does_not_apply_to_retired_systems if {
	said({"lifecycle": {"stage": "retired"}}) == expectation.outside({expectation.item("/system/lifecycle/stage", "The stage of the life cycle is retired; the rule concerns systems that are built or used.")})
}

test_says_nothing_without_the_parameter if {
	not rule.verdict with input as expectation.about(complete)
		with data.params as {}
}
