package aims.rules.logs_protected_test

import data.aims.lib.expectation_test as expectation
import data.aims.rules.logs_protected as rule

said(system) := verdict if {
	verdict := rule.verdict with input as expectation.about(system) with data.params as expectation.params
}

concerned := {"lifecycle": {"stage": "deployed"}}

said_of(recorded) := said(object.union(concerned, recorded))

test_passes_when_protected if {
	said_of({"logging": {"protected": "yes"}}) == expectation.says({"observed": {expectation.item(
		"/system/logging/protected",
		"The event logs are protected.",
	)}})
}

test_fails_when_not if {
	said_of({"logging": {"protected": "no"}}) == expectation.says({"violation": {expectation.item(
		"/system/logging/protected",
		"The event logs are recorded as not protected.",
	)}})
}

test_missing_when_blank if {
	said_of({}) == expectation.says({"missing": {expectation.item(
		"/system/logging/protected",
		"Nobody recorded whether the event logs are protected.",
	)}})
	said_of({"logging": {"protected": "unknown"}}) == expectation.says({"missing": {expectation.item(
		"/system/logging/protected",
		"Whether the event logs are protected is recorded as unknown.",
	)}})
}

test_concerns_deployed_systems if {
	said_of({"lifecycle": {"stage": "pilot"}}) == expectation.outside({expectation.not_deployed("pilot")})
	said({}) == expectation.stage_blank
	said_of({"lifecycle": {"stage": "unknown"}}) == expectation.stage_unknown
}
