package aims.rules.impacts_on_society_rated_test

import data.aims.lib.expectation_test as expectation
import data.aims.rules.impacts_on_society_rated as rule

said(system) := verdict if {
	verdict := rule.verdict with input as expectation.about(system) with data.params as expectation.params
}

complete := {
	"impactAssessment": {
		"society": [
			{"area": "culture", "level": "low", "rationale": "Few customers."},
			{"area": "democracy", "level": "low", "rationale": "Few customers."},
			{"area": "economy", "level": "low", "rationale": "Few customers."},
			{"area": "environment", "level": "low", "rationale": "Few customers."},
			{"area": "health-and-safety", "level": "low", "rationale": "Few customers."},
			{"area": "misuse", "level": "low", "rationale": "Few customers."},
		],
	},
}

test_passes_when_all_are_rated if {
	said(complete) == expectation.says({"observed": {
		expectation.item("/system/impactAssessment/society", "The assessment of impacts on society covers all that it has to: culture and values, democratic processes, work and the economy, the environment, health and safety of the public and misuse against society."),
		expectation.item("/system/impactAssessment/society/0", "The impact on culture and values is rated low, with a rationale."),
		expectation.item("/system/impactAssessment/society/1", "The impact on democratic processes is rated low, with a rationale."),
		expectation.item("/system/impactAssessment/society/2", "The impact on work and the economy is rated low, with a rationale."),
		expectation.item("/system/impactAssessment/society/3", "The impact on the environment is rated low, with a rationale."),
		expectation.item("/system/impactAssessment/society/4", "The impact on health and safety of the public is rated low, with a rationale."),
		expectation.item("/system/impactAssessment/society/5", "The impact on misuse against society is rated low, with a rationale."),
	}})
}

test_passes_when_one_is_not_relevant if {
	said(json.patch(complete, [
		{
			"op": "replace",
			"path": "/impactAssessment/society/0",
			"value": {"area": "culture", "relevant": "no", "rationale": "Numbers only."},
		},
	])) == expectation.says({"observed": {
		expectation.item("/system/impactAssessment/society", "The assessment of impacts on society covers all that it has to: culture and values, democratic processes, work and the economy, the environment, health and safety of the public and misuse against society."),
		expectation.item("/system/impactAssessment/society/0", "That the impact on culture and values is not relevant is recorded with a reason and the decision."),
		expectation.item("/system/impactAssessment/society/1", "The impact on democratic processes is rated low, with a rationale."),
		expectation.item("/system/impactAssessment/society/2", "The impact on work and the economy is rated low, with a rationale."),
		expectation.item("/system/impactAssessment/society/3", "The impact on the environment is rated low, with a rationale."),
		expectation.item("/system/impactAssessment/society/4", "The impact on health and safety of the public is rated low, with a rationale."),
		expectation.item("/system/impactAssessment/society/5", "The impact on misuse against society is rated low, with a rationale."),
	}})
}

test_pending_when_not_relevant_without_a_reason if {
	said(json.patch(complete, [
		{
			"op": "replace",
			"path": "/impactAssessment/society/0",
			"value": {"area": "culture", "relevant": "no"},
		},
	])) == expectation.says({
		"pending": {expectation.item("/system/impactAssessment/society/0", "That the impact on culture and values is not relevant is recorded without a reason.")},
		"observed": {
			expectation.item("/system/impactAssessment/society", "The assessment of impacts on society covers all that it has to: culture and values, democratic processes, work and the economy, the environment, health and safety of the public and misuse against society."),
			expectation.item("/system/impactAssessment/society/1", "The impact on democratic processes is rated low, with a rationale."),
			expectation.item("/system/impactAssessment/society/2", "The impact on work and the economy is rated low, with a rationale."),
			expectation.item("/system/impactAssessment/society/3", "The impact on the environment is rated low, with a rationale."),
			expectation.item("/system/impactAssessment/society/4", "The impact on health and safety of the public is rated low, with a rationale."),
			expectation.item("/system/impactAssessment/society/5", "The impact on misuse against society is rated low, with a rationale."),
		},
	})
}

test_pending_without_a_reason if {
	said(json.patch(complete, [{"op": "remove", "path": "/impactAssessment/society/0/rationale"}])) == expectation.says({
		"pending": {expectation.item("/system/impactAssessment/society/0", "The impact on culture and values is rated low, but no rationale is recorded.")},
		"observed": {
			expectation.item("/system/impactAssessment/society", "The assessment of impacts on society covers all that it has to: culture and values, democratic processes, work and the economy, the environment, health and safety of the public and misuse against society."),
			expectation.item("/system/impactAssessment/society/1", "The impact on democratic processes is rated low, with a rationale."),
			expectation.item("/system/impactAssessment/society/2", "The impact on work and the economy is rated low, with a rationale."),
			expectation.item("/system/impactAssessment/society/3", "The impact on the environment is rated low, with a rationale."),
			expectation.item("/system/impactAssessment/society/4", "The impact on health and safety of the public is rated low, with a rationale."),
			expectation.item("/system/impactAssessment/society/5", "The impact on misuse against society is rated low, with a rationale."),
		},
	})
}

test_pending_without_a_level if {
	said(json.patch(complete, [{"op": "remove", "path": "/impactAssessment/society/0/level"}])) == expectation.says({
		"pending": {expectation.item("/system/impactAssessment/society/0", "The impact on culture and values has a rationale, but no level is recorded.")},
		"observed": {
			expectation.item("/system/impactAssessment/society", "The assessment of impacts on society covers all that it has to: culture and values, democratic processes, work and the economy, the environment, health and safety of the public and misuse against society."),
			expectation.item("/system/impactAssessment/society/1", "The impact on democratic processes is rated low, with a rationale."),
			expectation.item("/system/impactAssessment/society/2", "The impact on work and the economy is rated low, with a rationale."),
			expectation.item("/system/impactAssessment/society/3", "The impact on the environment is rated low, with a rationale."),
			expectation.item("/system/impactAssessment/society/4", "The impact on health and safety of the public is rated low, with a rationale."),
			expectation.item("/system/impactAssessment/society/5", "The impact on misuse against society is rated low, with a rationale."),
		},
	})
}

test_missing_when_unknown if {
	said(json.patch(complete, [{"op": "replace", "path": "/impactAssessment/society/0/level", "value": "unknown"}])) == expectation.says({
		"missing": {expectation.item("/system/impactAssessment/society/0/level", "The level of the impact on culture and values is recorded as unknown.")},
		"observed": {
			expectation.item("/system/impactAssessment/society", "The assessment of impacts on society covers all that it has to: culture and values, democratic processes, work and the economy, the environment, health and safety of the public and misuse against society."),
			expectation.item("/system/impactAssessment/society/1", "The impact on democratic processes is rated low, with a rationale."),
			expectation.item("/system/impactAssessment/society/2", "The impact on work and the economy is rated low, with a rationale."),
			expectation.item("/system/impactAssessment/society/3", "The impact on the environment is rated low, with a rationale."),
			expectation.item("/system/impactAssessment/society/4", "The impact on health and safety of the public is rated low, with a rationale."),
			expectation.item("/system/impactAssessment/society/5", "The impact on misuse against society is rated low, with a rationale."),
		},
	})
}

test_missing_when_nothing_is_said if {
	said(json.patch(complete, [
		{
			"op": "replace",
			"path": "/impactAssessment/society/0",
			"value": {"area": "culture", "relevant": "yes"},
		},
	])) == expectation.says({
		"missing": {expectation.item("/system/impactAssessment/society/0", "Nobody rated the impact on culture and values.")},
		"observed": {
			expectation.item("/system/impactAssessment/society", "The assessment of impacts on society covers all that it has to: culture and values, democratic processes, work and the economy, the environment, health and safety of the public and misuse against society."),
			expectation.item("/system/impactAssessment/society/1", "The impact on democratic processes is rated low, with a rationale."),
			expectation.item("/system/impactAssessment/society/2", "The impact on work and the economy is rated low, with a rationale."),
			expectation.item("/system/impactAssessment/society/3", "The impact on the environment is rated low, with a rationale."),
			expectation.item("/system/impactAssessment/society/4", "The impact on health and safety of the public is rated low, with a rationale."),
			expectation.item("/system/impactAssessment/society/5", "The impact on misuse against society is rated low, with a rationale."),
		},
	})
}

test_pending_without_culture if {
	said(json.patch(complete, [{"op": "remove", "path": "/impactAssessment/society/0"}])) == expectation.says({
		"pending": {expectation.item("/system/impactAssessment/society", "The assessment of impacts on society does not cover culture and values.")},
		"observed": {
			expectation.item("/system/impactAssessment/society/0", "The impact on democratic processes is rated low, with a rationale."),
			expectation.item("/system/impactAssessment/society/1", "The impact on work and the economy is rated low, with a rationale."),
			expectation.item("/system/impactAssessment/society/2", "The impact on the environment is rated low, with a rationale."),
			expectation.item("/system/impactAssessment/society/3", "The impact on health and safety of the public is rated low, with a rationale."),
			expectation.item("/system/impactAssessment/society/4", "The impact on misuse against society is rated low, with a rationale."),
		},
	})
}

test_pending_without_democracy if {
	said(json.patch(complete, [{"op": "remove", "path": "/impactAssessment/society/1"}])) == expectation.says({
		"pending": {expectation.item("/system/impactAssessment/society", "The assessment of impacts on society does not cover democratic processes.")},
		"observed": {
			expectation.item("/system/impactAssessment/society/0", "The impact on culture and values is rated low, with a rationale."),
			expectation.item("/system/impactAssessment/society/1", "The impact on work and the economy is rated low, with a rationale."),
			expectation.item("/system/impactAssessment/society/2", "The impact on the environment is rated low, with a rationale."),
			expectation.item("/system/impactAssessment/society/3", "The impact on health and safety of the public is rated low, with a rationale."),
			expectation.item("/system/impactAssessment/society/4", "The impact on misuse against society is rated low, with a rationale."),
		},
	})
}

test_pending_without_economy if {
	said(json.patch(complete, [{"op": "remove", "path": "/impactAssessment/society/2"}])) == expectation.says({
		"pending": {expectation.item("/system/impactAssessment/society", "The assessment of impacts on society does not cover work and the economy.")},
		"observed": {
			expectation.item("/system/impactAssessment/society/0", "The impact on culture and values is rated low, with a rationale."),
			expectation.item("/system/impactAssessment/society/1", "The impact on democratic processes is rated low, with a rationale."),
			expectation.item("/system/impactAssessment/society/2", "The impact on the environment is rated low, with a rationale."),
			expectation.item("/system/impactAssessment/society/3", "The impact on health and safety of the public is rated low, with a rationale."),
			expectation.item("/system/impactAssessment/society/4", "The impact on misuse against society is rated low, with a rationale."),
		},
	})
}

test_pending_without_environment if {
	said(json.patch(complete, [{"op": "remove", "path": "/impactAssessment/society/3"}])) == expectation.says({
		"pending": {expectation.item("/system/impactAssessment/society", "The assessment of impacts on society does not cover the environment.")},
		"observed": {
			expectation.item("/system/impactAssessment/society/0", "The impact on culture and values is rated low, with a rationale."),
			expectation.item("/system/impactAssessment/society/1", "The impact on democratic processes is rated low, with a rationale."),
			expectation.item("/system/impactAssessment/society/2", "The impact on work and the economy is rated low, with a rationale."),
			expectation.item("/system/impactAssessment/society/3", "The impact on health and safety of the public is rated low, with a rationale."),
			expectation.item("/system/impactAssessment/society/4", "The impact on misuse against society is rated low, with a rationale."),
		},
	})
}

test_pending_without_health_and_safety if {
	said(json.patch(complete, [{"op": "remove", "path": "/impactAssessment/society/4"}])) == expectation.says({
		"pending": {expectation.item("/system/impactAssessment/society", "The assessment of impacts on society does not cover health and safety of the public.")},
		"observed": {
			expectation.item("/system/impactAssessment/society/0", "The impact on culture and values is rated low, with a rationale."),
			expectation.item("/system/impactAssessment/society/1", "The impact on democratic processes is rated low, with a rationale."),
			expectation.item("/system/impactAssessment/society/2", "The impact on work and the economy is rated low, with a rationale."),
			expectation.item("/system/impactAssessment/society/3", "The impact on the environment is rated low, with a rationale."),
			expectation.item("/system/impactAssessment/society/4", "The impact on misuse against society is rated low, with a rationale."),
		},
	})
}

test_pending_without_misuse if {
	said(json.patch(complete, [{"op": "remove", "path": "/impactAssessment/society/5"}])) == expectation.says({
		"pending": {expectation.item("/system/impactAssessment/society", "The assessment of impacts on society does not cover misuse against society.")},
		"observed": {
			expectation.item("/system/impactAssessment/society/0", "The impact on culture and values is rated low, with a rationale."),
			expectation.item("/system/impactAssessment/society/1", "The impact on democratic processes is rated low, with a rationale."),
			expectation.item("/system/impactAssessment/society/2", "The impact on work and the economy is rated low, with a rationale."),
			expectation.item("/system/impactAssessment/society/3", "The impact on the environment is rated low, with a rationale."),
			expectation.item("/system/impactAssessment/society/4", "The impact on health and safety of the public is rated low, with a rationale."),
		},
	})
}

test_pending_when_the_list_is_empty if {
	said({"impactAssessment": {"society": []}}) == expectation.says({"pending": {expectation.item("/system/impactAssessment/society", "The assessment of impacts on society does not cover culture and values, democratic processes, work and the economy, the environment, health and safety of the public and misuse against society.")}})
}

test_does_not_apply_where_no_assessment_is_needed if {
	said({"impactAssessment": {"state": "not-applicable"}}) == expectation.outside({expectation.item("/system/impactAssessment/state", "The impact assessment is recorded as not applicable; the rule concerns systems that need one.")})
}

test_does_not_apply_to_ideas if {
	said({"lifecycle": {"stage": "idea"}}) == expectation.outside({expectation.item("/system/lifecycle/stage", "The stage of the life cycle is idea; the rule concerns systems that are built or used.")})
}

test_missing_when_nothing_is_recorded if {
	said({}) == expectation.says({"missing": {expectation.item("/system/impactAssessment/society", "The assessment of impacts on society: nobody recorded what it covers.")}})
}

test_does_not_apply_to_retired_systems if {
	said({"lifecycle": {"stage": "retired"}}) == expectation.outside({expectation.item("/system/lifecycle/stage", "The stage of the life cycle is retired; the rule concerns systems that are built or used.")})
}
