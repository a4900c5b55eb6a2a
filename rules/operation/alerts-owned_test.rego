package aims.rules.alerts_owned_test

import data.aims.lib.expectation_test as expectation
import data.aims.rules.alerts_owned as rule

said(system) := verdict if {
	verdict := rule.verdict with input as expectation.about(system) with data.params as expectation.params
}

concerned := {"lifecycle": {"stage": "deployed"}}

said_of(recorded) := said(object.union(concerned, recorded))

test_passes_when_open_ones_have_an_owner if {
	said_of({"monitoring": {"alerts": [{"name": "Precision below 0.8", "state": "open", "owner": "Yuki", "raisedOn": "2026-10-01"}, {"name": "Precision below 0.8", "state": "closed"}]}}) == expectation.says({"observed": {expectation.item(
		"/system/monitoring/alerts/0",
		"The alert \"Precision below 0.8\" is recorded with an owner and the day on which it was raised.",
	)}})
	said_of({"monitoring": {"alerts": []}}) == expectation.says({"observed": {expectation.item(
		"/system/monitoring/alerts",
		"The list of the alerts of monitoring is recorded as empty: there are none.",
	)}})
	said_of({"monitoring": {"alerts": [{"name": "Precision below 0.8", "state": "closed"}]}}) == expectation.says({"observed": {expectation.item(
		"/system/monitoring/alerts",
		"No alert of monitoring is open.",
	)}})
}

test_pending_without_an_owner if {
	said_of({"monitoring": {"alerts": [{"name": "Precision below 0.8", "state": "open", "raisedOn": "2026-10-01"}, {"name": "Precision below 0.8", "owner": "Yuki"}]}}) == expectation.says({"pending": {
		expectation.item("/system/monitoring/alerts/0", "The alert \"Precision below 0.8\" is recorded without an owner."),
		expectation.item("/system/monitoring/alerts/1", "The alert \"Precision below 0.8\" is recorded without the day on which it was raised."),
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
