package aims.rules.operators_trained_test

import data.aims.lib.expectation_test as expectation
import data.aims.rules.operators_trained as rule

said(system) := words if {
	words := {
		"applicable": {true | rule.applicable},
		"inapplicable": rule.inapplicable,
		"violation": rule.violation,
		"stale": rule.stale,
		"missing": rule.missing,
		"pending": rule.pending,
		"observed": rule.observed,
	} with input as expectation.about(system) with data.params as expectation.params
}

deployed := {"lifecycle": {"stage": "deployed"}}

said_of(record) := said(object.union(deployed, {"practices": {"training": record}}))

item(message, path) := {"message": concat(" ", ["Training of operators", message]), "at": concat("", ["/system/practices/training", path])}

test_passes_when_done_within_the_limit if {
	said_of({"state": "done", "completedOn": "2024-11-01"}) == expectation.says({"observed": {item(
		"was completed on 2024-11-01, 730 days before 2026-11-01, within the limit of 730 days.",
		"",
	)}})
}

test_passes_when_done_without_a_date if {
	said_of({"state": "done"}) == expectation.says({"observed": {item(
		"is recorded as done; no date of completion is recorded.",
		"",
	)}})
}

test_fails_when_not_done if {
	said_of({"state": "not-done"}) == expectation.says({"violation": {item("is recorded as not done.", "/state")}})
}

test_passes_when_somebody_decided_that_a_system_of_lower_risk_needs_none if {
	said_of({"state": "not-applicable", "note": "It concerns nobody."}) == expectation.says({"observed": {item(
		"is recorded as not needed: It concerns nobody.",
		"",
	)}})
}

test_pending_when_nobody_noted_why_it_needs_none if {
	said_of({"state": "not-applicable"}) == expectation.says({"pending": {item(
		"is recorded as not applicable, but nobody noted why.",
		"/state",
	)}})
}

test_fails_when_declared_not_applicable_to_a_system_of_high_risk if {
	every facts in [
		{"risk": {"tier": "high"}},
		{"regulatory": {"omb": {"highImpact": "yes"}}},
		{"regulatory": {"euAiAct": {"riskClass": "high-risk"}}},
	] {
		record := {"state": "not-applicable", "note": "It is small."}
		said(object.union_n([deployed, facts, {"practices": {"training": record}}])) == expectation.says({"violation": {item(
			"is recorded as not applicable, but it is obligatory for a deployed system of high risk.",
			"/state",
		)}})
	}
}

test_fails_when_dated_in_the_future if {
	said_of({"state": "done", "completedOn": "2026-12"}) == expectation.says({"violation": {item(
		"is recorded as completed in 2026-12, which lies in the future of 2026-11-01.",
		"/completedOn",
	)}})
}

test_stale_when_older_than_the_limit if {
	said_of({"state": "done", "completedOn": "2024-10-31"}) == expectation.says({"stale": {item(
		"was completed on 2024-10-31, 731 days before 2026-11-01; the limit is 730 days.",
		"/completedOn",
	)}})
}

test_stale_when_no_longer_valid if {
	said_of({"state": "done", "completedOn": "2026-02-10", "validUntil": "2026-10-31"}) == expectation.says({"stale": {item(
		"was valid until 2026-10-31, which is before 2026-11-01.",
		"/validUntil",
	)}})
}

test_missing_when_blank if {
	blank := expectation.says({"missing": {item("is blank: nobody recorded how far it got.", "")}})
	said(deployed) == blank
	said_of({}) == blank
}

test_missing_when_unknown if {
	said_of({"state": "unknown"}) == expectation.says({"missing": {item("is recorded as unknown.", "/state")}})
}

test_pending_when_in_progress if {
	said_of({"state": "in-progress"}) == expectation.says({"pending": {item("is in progress.", "/state")}})
}

# A determination under a law is not asked for: the control is about every system.
test_applies_to_every_deployed_system if {
	every facts in [
		{"risk": {"tier": "minimal"}},
		{"risk": {"tier": "high"}},
		{"regulatory": {"omb": {"highImpact": "no"}}},
		{"regulatory": {"euAiAct": {"riskClass": "high-risk"}}},
	] {
		said(object.union(deployed, facts)) == said(deployed)
	}
}

test_does_not_apply_to_systems_that_are_not_deployed if {
	every stage in ["idea", "development", "pilot", "retired"] {
		record := {"state": "done"}
		said(object.union({"lifecycle": {"stage": stage}}, {"practices": {"training": record}})) == expectation.says({
			"applicable": set(),
			"inapplicable": {expectation.not_deployed(stage)},
			"observed": {item("is recorded as done; no date of completion is recorded.", "")},
		})
	}
}

test_missing_when_nobody_can_tell_whether_it_is_deployed if {
	every state in ["done", "in-progress", "not-done", "not-applicable", "unknown"] {
		record := {"state": state}
		every lifecycle in [{}, {"lifecycle": {}}, {"lifecycle": {"deployedOn": "2024"}}] {
			said(object.union(lifecycle, {"practices": {"training": record}})) == expectation.says({"missing": {{
				"message": "Nobody recorded whether the system is deployed.",
				"at": "/system/lifecycle/stage",
			}}})
		}
		said(object.union({"lifecycle": {"stage": "unknown"}}, {"practices": {"training": record}})) == expectation.says({"missing": {{
			"message": "Whether the system is deployed is recorded as unknown.",
			"at": "/system/lifecycle/stage",
		}}})
	}
}

test_the_limit_is_the_parameter if {
	record := {"state": "done", "completedOn": "2026-10-30"}
	words := {"stale": rule.stale, "observed": rule.observed} with input as expectation.about(object.union(deployed, {"practices": {"training": record}}))
		with data.params as {"operator-training-max-age": 1}
	words == {
		"stale": {item("was completed on 2026-10-30, 2 days before 2026-11-01; the limit is 1 day.", "/completedOn")},
		"observed": set(),
	}
}

test_says_nothing_without_the_parameter if {
	record := {"state": "done"}
	words := {
		"violation": rule.violation,
		"stale": rule.stale,
		"missing": rule.missing,
		"pending": rule.pending,
		"observed": rule.observed,
	} with input as expectation.about(object.union(deployed, {"practices": {"training": record}})) with data.params as {}
	words == object.remove(expectation.says({}), ["applicable", "inapplicable"])
}
