package aims.rules.impact_assessment_retention_test

import data.aims.lib.expectation_test as expectation
import data.aims.rules.impact_assessment_retention as rule

said(system) := verdict if {
	verdict := rule.verdict with input as expectation.about(system) with data.params as expectation.params
}

complete := {"impactAssessment": {"retentionDays": 1825}}

test_passes_at_the_limit if {
	said(complete) == expectation.says({"observed": {expectation.item("/system/impactAssessment/retentionDays", "The impact assessment is kept for 1825 days; at least 1825 days are required (impact-assessment-retention-days of the profile).")}})
}

test_fails_below_the_limit if {
	said(json.patch(complete, [{"op": "replace", "path": "/impactAssessment/retentionDays", "value": 1824}])) == expectation.says({"violation": {expectation.item("/system/impactAssessment/retentionDays", "The impact assessment is kept for 1824 days; at least 1825 days are required (impact-assessment-retention-days of the profile).")}})
}

test_fails_when_not_kept if {
	said(json.patch(complete, [{"op": "replace", "path": "/impactAssessment/retentionDays", "value": 0}])) == expectation.says({"violation": {expectation.item("/system/impactAssessment/retentionDays", "The impact assessment is kept for 0 days; at least 1825 days are required (impact-assessment-retention-days of the profile).")}})
}

test_the_longest_period_counts if {
	said(object.union(complete, {"laws": [
		{"name": "Act A", "retention": {"impactAssessment": 1827}},
		{"name": "Act B", "retention": {"logs": 4000}},
		{"name": "Act C"},
	]})) == expectation.says({"violation": {expectation.item(
		"/system/impactAssessment/retentionDays",
		"The impact assessment is kept for 1825 days; at least 1827 days are required (Act A).",
	)}})
	said(object.union(complete, {"laws": [{"retention": {"impactAssessment": 1825}}]})) == expectation.says({"observed": {expectation.item(
		"/system/impactAssessment/retentionDays",
		"The impact assessment is kept for 1825 days; at least 1825 days are required (a law without a name; impact-assessment-retention-days of the profile).",
	)}})
}

test_evidence_records_of_the_assessment if {
	linked := {"impactAssessment": {"retentionDays": 1825, "evidence": ["record-2026"]}}
	short := object.union(expectation.about(linked), {"evidence": [expectation.approved_record({"retentionDays": 1})]})
	verdict := rule.verdict with input as short with data.params as expectation.params
	verdict == object.union(said(complete), {"violation": {expectation.item(
		"/evidence/0/retentionDays",
		"The record \"record-2026\" is kept for 1 day; at least 1825 days are required (impact-assessment-retention-days of the profile).",
	)}})
	other := object.union(short, {"evidence": [expectation.approved_record({"id": "other", "retentionDays": 1})]})
	other_verdict := rule.verdict with input as other with data.params as expectation.params
	other_verdict == said(complete)
}

test_does_not_apply_where_no_assessment_is_needed if {
	said({"impactAssessment": {"state": "not-applicable"}}) == expectation.outside({expectation.item("/system/impactAssessment/state", "The impact assessment is recorded as not applicable; the rule concerns systems that need one.")})
}

test_does_not_apply_to_ideas if {
	said({"lifecycle": {"stage": "idea"}}) == expectation.outside({expectation.item("/system/lifecycle/stage", "The stage of the life cycle is idea; the rule concerns systems that are built or used.")})
}

test_missing_when_nothing_is_recorded if {
	said({}) == expectation.says({"missing": {expectation.item("/system/impactAssessment/retentionDays", "Nobody recorded for how many days the impact assessment is kept; at least 1825 days are required (impact-assessment-retention-days of the profile).")}})
}

test_does_not_apply_to_retired_systems if {
	said({"lifecycle": {"stage": "retired"}}) == expectation.outside({expectation.item("/system/lifecycle/stage", "The stage of the life cycle is retired; the rule concerns systems that are built or used.")})
}

test_says_nothing_without_the_parameter if {
	not rule.verdict with input as expectation.about(complete)
		with data.params as {}
}
