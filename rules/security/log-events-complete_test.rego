package aims.rules.log_events_complete_test

import data.aims.lib.expectation_test as expectation
import data.aims.rules.log_events_complete as rule

said(system) := verdict if {
	verdict := rule.verdict with input as expectation.about(system) with data.params as expectation.params
}

concerned := {"lifecycle": {"stage": "deployed"}}

said_of(recorded) := said(object.union(concerned, recorded))

test_passes_when_complete if {
	said_of({"logging": {"events": ["start and stop", "input", "output", "version", "error", "override", "access", "configuration"]}}) == expectation.says({"observed": {expectation.item(
		"/system/logging/events",
		"The event log covers all that it has to: \"access\" (access to the logs), \"configuration\" (changes of the configuration), \"error\" (errors), \"input\", \"output\", \"override\" (interventions of people), \"start and stop\" and \"version\" (the version that ran).",
	)}})
	said_of({"logging": {"events": ["Start and stop", "Input", "Output", "Version", "Error", "Override", "Access", "Configuration", "handover"]}}) == expectation.says({"observed": {expectation.item(
		"/system/logging/events",
		"The event log covers all that it has to: \"access\" (access to the logs), \"configuration\" (changes of the configuration), \"error\" (errors), \"input\", \"output\", \"override\" (interventions of people), \"start and stop\" and \"version\" (the version that ran).",
	)}})
}

test_pending_when_one_is_not_there if {
	said_of({"logging": {"events": ["start and stop", "input", "output", "version", "error", "override", "access"]}}) == expectation.says({"pending": {expectation.item(
		"/system/logging/events",
		"The event log does not cover \"configuration\" (changes of the configuration).",
	)}})
	said_of({"logging": {"events": ["score"]}}) == expectation.says({"pending": {expectation.item(
		"/system/logging/events",
		"The event log does not cover \"access\" (access to the logs), \"configuration\" (changes of the configuration), \"error\" (errors), \"input\", \"output\", \"override\" (interventions of people), \"start and stop\" and \"version\" (the version that ran).",
	)}})
	said_of({"logging": {"events": []}}) == expectation.says({"pending": {expectation.item(
		"/system/logging/events",
		"The event log does not cover \"access\" (access to the logs), \"configuration\" (changes of the configuration), \"error\" (errors), \"input\", \"output\", \"override\" (interventions of people), \"start and stop\" and \"version\" (the version that ran).",
	)}})
}

test_missing_when_blank if {
	said_of({}) == expectation.says({"missing": {expectation.item(
		"/system/logging/events",
		"The event log: nobody recorded what it covers.",
	)}})
	said_of({"logging": {"enabled": "yes"}}) == expectation.says({"missing": {expectation.item(
		"/system/logging/events",
		"The event log: nobody recorded what it covers.",
	)}})
}

test_concerns_deployed_systems if {
	said_of({"lifecycle": {"stage": "pilot"}}) == expectation.outside({expectation.not_deployed("pilot")})
	said({}) == expectation.stage_blank
	said_of({"lifecycle": {"stage": "unknown"}}) == expectation.stage_unknown
}
