package aims.rules.customer_commitments_listed_test

import data.aims.lib.expectation_test as expectation
import data.aims.rules.customer_commitments_listed as rule

said(system) := verdict if {
	verdict := rule.verdict with input as expectation.about(system) with data.params as expectation.params
}

concerned := {"lifecycle": {"stage": "deployed"}}

said_of(recorded) := said(object.union(concerned, recorded))

test_passes_when_listed_or_not_offered if {
	said_of({"customers": {"served": "yes", "commitments": [{"what": "A person looks.", "source": "Terms 7", "owner": "Ines"}]}}) == expectation.says({"observed": {
		expectation.item("/system/customers/commitments/0", "The commitment \"A person looks.\" is recorded with an owner and where it was given."),
		expectation.item("/system/customers/served", "The system is offered to customers."),
	}})
	said_of({"customers": {"served": "no", "commitments": []}}) == expectation.says({"observed": {expectation.item(
		"/system/customers/served",
		"The system is not offered to customers.",
	)}})
}

test_fails_when_empty if {
	said_of({"customers": {"served": "yes", "commitments": []}}) == expectation.says({
		"violation": {expectation.item(
			"/system/customers/commitments",
			"The list of the commitments to customers is recorded as empty.",
		)},
		"observed": {expectation.item(
			"/system/customers/served",
			"The system is offered to customers.",
		)},
	})
}

test_pending_when_one_lacks if {
	said_of({"customers": {"served": "yes", "commitments": [{"what": "A person looks.", "source": "Terms 7"}]}}) == expectation.says({
		"pending": {expectation.item(
			"/system/customers/commitments/0",
			"The commitment \"A person looks.\" is recorded without an owner.",
		)},
		"observed": {expectation.item(
			"/system/customers/served",
			"The system is offered to customers.",
		)},
	})
}

test_missing_when_blank if {
	said_of({}) == expectation.says({"missing": {expectation.item(
		"/system/customers/served",
		"Nobody recorded whether the system is offered to customers.",
	)}})
	said_of({"customers": {"served": "unknown", "commitments": []}}) == expectation.says({"missing": {expectation.item(
		"/system/customers/served",
		"Whether the system is offered to customers is recorded as unknown.",
	)}})
	said_of({"customers": {"served": "yes"}}) == expectation.says({
		"missing": {expectation.item(
			"/system/customers/commitments",
			"Nobody recorded the commitments to customers.",
		)},
		"observed": {expectation.item(
			"/system/customers/served",
			"The system is offered to customers.",
		)},
	})
}

test_concerns_systems_in_use if {
	said_of({"lifecycle": {"stage": "development"}}) == expectation.outside({expectation.item(
		"/system/lifecycle/stage",
		"The stage of the life cycle is development; the rule concerns systems in a pilot or deployed.",
	)})
	said({}) == expectation.stage_blank
	said_of({"lifecycle": {"stage": "unknown"}}) == expectation.stage_unknown
}
