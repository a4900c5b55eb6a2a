package aims.rules.drift_decided_test

import data.aims.lib.expectation_test as expectation
import data.aims.rules.drift_decided as rule

said(system) := verdict if {
	verdict := rule.verdict with input as expectation.about(system) with data.params as expectation.params
}

concerned := {"lifecycle": {"stage": "deployed"}}

said_of(recorded) := said(object.union(concerned, recorded))

test_passes_when_decided if {
	said_of({"monitoring": {"alerts": [{"name": "Precision below 0.8", "kind": "drift", "decision": "Retrain.", "decidedBy": "Model Committee", "decidedOn": "2026-08-13"}, {"name": "Precision below 0.8", "kind": "performance", "decision": "Retrain.", "decidedBy": "Model Committee", "decidedOn": "2026-08-13"}, {"name": "Attack", "kind": "security"}]}}) == expectation.says({"observed": {
		expectation.item("/system/monitoring/alerts/0", "The alert \"Precision below 0.8\" is recorded with somebody who decided, the day of the decision and a decision."),
		expectation.item("/system/monitoring/alerts/1", "The alert \"Precision below 0.8\" is recorded with somebody who decided, the day of the decision and a decision."),
	}})
	said_of({"monitoring": {"alerts": []}}) == expectation.says({"observed": {expectation.item(
		"/system/monitoring/alerts",
		"The list of the alerts of monitoring is recorded as empty: there are none.",
	)}})
	said_of({"monitoring": {"alerts": [{"name": "Attack", "kind": "security"}]}}) == expectation.says({"observed": {expectation.item(
		"/system/monitoring/alerts",
		"No alert about drift or performance is recorded.",
	)}})
}

test_pending_without_a_decision if {
	said_of({"monitoring": {"alerts": [{"name": "Moved", "kind": "drift"}, {"name": "Slow", "kind": "performance", "decision": "Go back."}, {"name": "Odd"}]}}) == expectation.says({"pending": {
		expectation.item("/system/monitoring/alerts/0", "The alert \"Moved\" is recorded without somebody who decided, the day of the decision and a decision."),
		expectation.item("/system/monitoring/alerts/1", "The alert \"Slow\" is recorded without somebody who decided and the day of the decision."),
		expectation.item("/system/monitoring/alerts/2", "The alert \"Odd\" is recorded without somebody who decided, the day of the decision and a decision."),
	}})
}

test_missing_when_blank if {
	said_of({}) == expectation.says({"missing": {expectation.item(
		"/system/monitoring/alerts",
		"Nobody recorded the alerts of monitoring.",
	)}})
	said_of({"monitoring": {}}) == expectation.says({"missing": {expectation.item(
		"/system/monitoring/alerts",
		"Nobody recorded the alerts of monitoring.",
	)}})
}

test_concerns_deployed_systems if {
	said_of({"lifecycle": {"stage": "pilot"}}) == expectation.outside({expectation.not_deployed("pilot")})
	said({}) == expectation.stage_blank
	said_of({"lifecycle": {"stage": "unknown"}}) == expectation.stage_unknown
}
