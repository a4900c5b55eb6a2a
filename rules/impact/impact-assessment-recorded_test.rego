package aims.rules.impact_assessment_recorded_test

import data.aims.lib.expectation_test as expectation
import data.aims.rules.impact_assessment_recorded as rule

said(system) := verdict if {
	verdict := rule.verdict with input as expectation.about(system) with data.params as expectation.params
}

complete := {
	"impactAssessment": {
		"systemVersion": "4.2",
		"completedOn": "2026-02-17",
		"by": "Pilar Osei",
		"participants": ["Customer council"],
		"potentialImpacts": "Unequal refusals.",
		"actions": ["Explain refusals"],
		"evidence": ["impact-2026"],
	},
}

test_passes_when_complete if {
	said(complete) == expectation.says({"observed": {expectation.item("/system/impactAssessment", "The impact assessment is recorded with the actions that follow, who carried it out, the day, an evidence record, who took part, what was found and the version assessed.")}})
}

test_does_not_apply_where_no_assessment_is_needed if {
	said({"impactAssessment": {"state": "not-applicable"}}) == expectation.outside({expectation.item("/system/impactAssessment/state", "The impact assessment is recorded as not applicable; the rule concerns systems that need one.")})
}

test_does_not_apply_to_ideas if {
	said({"lifecycle": {"stage": "idea"}}) == expectation.outside({expectation.item("/system/lifecycle/stage", "The stage of the life cycle is idea; the rule concerns systems that are built or used.")})
}

test_pending_without_systemversion if {
	said(json.patch(complete, [{"op": "remove", "path": "/impactAssessment/systemVersion"}])) == expectation.says({"pending": {expectation.item("/system/impactAssessment", "The impact assessment is recorded without the version assessed.")}})
}

test_pending_without_completedon if {
	said(json.patch(complete, [{"op": "remove", "path": "/impactAssessment/completedOn"}])) == expectation.says({"pending": {expectation.item("/system/impactAssessment", "The impact assessment is recorded without the day.")}})
}

test_pending_without_by if {
	said(json.patch(complete, [{"op": "remove", "path": "/impactAssessment/by"}])) == expectation.says({"pending": {expectation.item("/system/impactAssessment", "The impact assessment is recorded without who carried it out.")}})
}

test_pending_without_participants if {
	said(json.patch(complete, [{"op": "remove", "path": "/impactAssessment/participants"}])) == expectation.says({"pending": {expectation.item("/system/impactAssessment", "The impact assessment is recorded without who took part.")}})
}

test_pending_without_potentialimpacts if {
	said(json.patch(complete, [{"op": "remove", "path": "/impactAssessment/potentialImpacts"}])) == expectation.says({"pending": {expectation.item("/system/impactAssessment", "The impact assessment is recorded without what was found.")}})
}

test_pending_without_actions if {
	said(json.patch(complete, [{"op": "remove", "path": "/impactAssessment/actions"}])) == expectation.says({"pending": {expectation.item("/system/impactAssessment", "The impact assessment is recorded without the actions that follow.")}})
}

test_pending_without_evidence if {
	said(json.patch(complete, [{"op": "remove", "path": "/impactAssessment/evidence"}])) == expectation.says({"pending": {expectation.item("/system/impactAssessment", "The impact assessment is recorded without an evidence record.")}})
}

test_missing_when_nothing_is_recorded if {
	said({}) == expectation.says({"missing": {expectation.item("/system/impactAssessment", "The impact assessment: nobody recorded the actions that follow, who carried it out, the day, an evidence record, who took part, what was found and the version assessed.")}})
}

test_does_not_apply_to_retired_systems if {
	said({"lifecycle": {"stage": "retired"}}) == expectation.outside({expectation.item("/system/lifecycle/stage", "The stage of the life cycle is retired; the rule concerns systems that are built or used.")})
}
