package aims.rules.retraining_decided_test

import data.aims.lib.expectation_test as expectation
import data.aims.rules.retraining_decided as rule

said(system, evidence) := verdict if {
	about := object.union(expectation.about(system), {"evidence": evidence})
	verdict := rule.verdict with input as about with data.params as expectation.params
}

concerned := {"lifecycle": {"stage": "deployed"}}

said_of(recorded, evidence) := said(object.union(concerned, recorded), evidence)

test_passes_when_decided if {
	said_of({"changes": [{"what": "new features", "on": "2026-01-19", "why": "Better separation", "approvedBy": "Risk Committee", "approvedOn": "2026-01-12", "kind": "retraining", "decision": "Precision fell.", "evidence": ["c1"]}, {"what": "t", "on": "2026-01-19", "why": "Better separation", "approvedBy": "Risk Committee", "approvedOn": "2026-01-12", "kind": "model", "decision": "Old.", "evidence": ["c1"]}, {"what": "new features", "on": "2026-01-19", "why": "Better separation", "approvedBy": "Risk Committee", "approvedOn": "2026-01-12", "kind": "software"}]}, [{"id": "c1"}]) == expectation.says({"observed": {
		expectation.item("/system/changes/0", "The change \"new features\" is recorded with a decision and an evidence record."),
		expectation.item("/system/changes/1", "The change \"t\" is recorded with a decision and an evidence record."),
	}})
	said_of({"changes": []}, []) == expectation.says({"observed": {expectation.item(
		"/system/changes",
		"The list of the changes since deployment is recorded as empty: there are none.",
	)}})
	said_of({"changes": [{"what": "new features", "on": "2026-01-19", "why": "Better separation", "approvedBy": "Risk Committee", "approvedOn": "2026-01-12", "kind": "software", "evidence": ["c9"]}]}, []) == expectation.says({"observed": {expectation.item(
		"/system/changes",
		"No recorded change is one of a model.",
	)}})
}

test_pending_without_a_decision if {
	said_of({"changes": [{"what": "new features", "on": "2026-01-19", "why": "Better separation", "approvedBy": "Risk Committee", "approvedOn": "2026-01-12", "kind": "retraining"}, {"what": "new features", "on": "2026-01-19", "why": "Better separation", "approvedBy": "Risk Committee", "approvedOn": "2026-01-12", "kind": "model", "decision": "Old.", "evidence": []}, {"what": "new features", "on": "2026-01-19", "why": "Better separation", "approvedBy": "Risk Committee", "approvedOn": "2026-01-12"}]}, []) == expectation.says({"pending": {
		expectation.item("/system/changes/0", "The change \"new features\" is recorded without a decision and an evidence record."),
		expectation.item("/system/changes/1", "The change \"new features\" is recorded without an evidence record."),
		expectation.item("/system/changes/2", "The change \"new features\" is recorded without a decision and an evidence record."),
	}})
}

test_missing_when_the_record_is_not_there if {
	said_of({"changes": [{"what": "new features", "on": "2026-01-19", "why": "Better separation", "approvedBy": "Risk Committee", "approvedOn": "2026-01-12", "kind": "retraining", "decision": "Precision fell.", "evidence": ["c1", "c2"]}]}, [{"id": "c1"}]) == expectation.says({
		"missing": {expectation.item(
			"/system/changes/0/evidence/1",
			"The change \"new features\" names the evidence record c2, which is not there.",
		)},
		"observed": {expectation.item(
			"/system/changes/0",
			"The change \"new features\" is recorded with a decision and an evidence record.",
		)},
	})
}

test_missing_when_blank if {
	said_of({}, []) == expectation.says({"missing": {expectation.item(
		"/system/changes",
		"Nobody recorded the changes since deployment.",
	)}})
}

test_concerns_systems_in_use if {
	said_of({"lifecycle": {"stage": "retired"}}, []) == expectation.outside({expectation.item(
		"/system/lifecycle/stage",
		"The stage of the life cycle is retired; the rule concerns systems in a pilot or deployed.",
	)})
	said({}, []) == expectation.stage_blank
	said_of({"lifecycle": {"stage": "unknown"}}, []) == expectation.stage_unknown
}
