package aims.rules.penetration_tests_logged_test

import data.aims.lib.expectation_test as expectation
import data.aims.rules.penetration_tests_logged as rule

said(system) := verdict if {
	verdict := rule.verdict with input as expectation.about(system) with data.params as expectation.params
}

concerned := {"lifecycle": {"stage": "deployed"}, "risk": {"tier": "high"}}

said_of(recorded) := said(object.union(concerned, recorded))

test_passes_until_the_limit if {
	said_of({"practices": {"penetrationTesting": {"state": "done", "completedOn": "2025-11-01", "evidence": ["r1"]}}}) == expectation.says({"observed": {expectation.item(
		"/system/practices/penetrationTesting",
		"The penetration test was completed on 2025-11-01, 365 days before 2026-11-01, within the limit of 365 days.",
	)}})
	said_of({"practices": {"penetrationTesting": {"state": "not-applicable", "note": "Nobody outside reaches it."}}}) == expectation.says({"observed": {expectation.item(
		"/system/practices/penetrationTesting",
		"The penetration test is recorded as not needed: Nobody outside reaches it.",
	)}})
}

test_stale_after_the_limit if {
	said_of({"practices": {"penetrationTesting": {"state": "done", "completedOn": "2025-10-31", "evidence": ["r1"]}}}) == expectation.says({"stale": {expectation.item(
		"/system/practices/penetrationTesting/completedOn",
		"The penetration test was completed on 2025-10-31, 366 days before 2026-11-01; the limit is 365 days.",
	)}})
	said_of({"practices": {"penetrationTesting": {"state": "done", "completedOn": "2026-10-01", "validUntil": "2026-10-31", "evidence": ["r1"]}}}) == expectation.says({"stale": {expectation.item(
		"/system/practices/penetrationTesting/validUntil",
		"The penetration test was valid until 2026-10-31, which is before 2026-11-01.",
	)}})
}

test_fails_when_not_done if {
	said_of({"practices": {"penetrationTesting": {"state": "not-done"}}}) == expectation.says({"violation": {expectation.item(
		"/system/practices/penetrationTesting/state",
		"The penetration test is recorded as not done.",
	)}})
	said_of({"practices": {"penetrationTesting": {"state": "done", "completedOn": "2026-12", "evidence": ["r1"]}}}) == expectation.says({"violation": {expectation.item(
		"/system/practices/penetrationTesting/completedOn",
		"The penetration test is recorded as completed in 2026-12, which lies in the future of 2026-11-01.",
	)}})
}

test_pending_while_under_way if {
	said_of({"practices": {"penetrationTesting": {"state": "in-progress"}}}) == expectation.says({"pending": {expectation.item(
		"/system/practices/penetrationTesting/state",
		"The penetration test is in progress.",
	)}})
	said_of({"practices": {"penetrationTesting": {"state": "not-applicable"}}}) == expectation.says({"pending": {expectation.item(
		"/system/practices/penetrationTesting/state",
		"The penetration test is recorded as not applicable, but nobody noted why.",
	)}})
	said_of({"practices": {"penetrationTesting": {"state": "done", "completedOn": "2025-11-01"}}}) == expectation.says({
		"pending": {expectation.item(
			"/system/practices/penetrationTesting",
			"The penetration test is recorded as done, but no evidence record says what came out.",
		)},
		"observed": {expectation.item(
			"/system/practices/penetrationTesting",
			"The penetration test was completed on 2025-11-01, 365 days before 2026-11-01, within the limit of 365 days.",
		)},
	})
	said_of({"practices": {"penetrationTesting": {"state": "done", "completedOn": "2025-11-01", "evidence": []}}}) == expectation.says({
		"pending": {expectation.item(
			"/system/practices/penetrationTesting",
			"The penetration test is recorded as done, but no evidence record says what came out.",
		)},
		"observed": {expectation.item(
			"/system/practices/penetrationTesting",
			"The penetration test was completed on 2025-11-01, 365 days before 2026-11-01, within the limit of 365 days.",
		)},
	})
}

test_missing_when_blank if {
	said_of({}) == expectation.says({"missing": {expectation.item(
		"/system/practices/penetrationTesting",
		"The penetration test is blank: nobody recorded how far it got.",
	)}})
	said_of({"practices": {"penetrationTesting": {"state": "unknown"}}}) == expectation.says({"missing": {expectation.item(
		"/system/practices/penetrationTesting/state",
		"The penetration test is recorded as unknown.",
	)}})
	said_of({"practices": {"penetrationTesting": {"completedOn": "2025-11-01"}}}) == expectation.says({"missing": {expectation.item(
		"/system/practices/penetrationTesting",
		"The penetration test has a date of completion (2025-11-01), but nobody recorded that it is done.",
	)}})
}

test_reads_the_limit_from_the_profile if {
	by_profile_0 := rule.verdict with input as expectation.about(object.union(concerned, {"practices": {"penetrationTesting": {"state": "done", "completedOn": "2026-10-30", "evidence": ["r1"]}}})) with data.params as {"security-test-max-age": 1}
	by_profile_0 == expectation.says({"stale": {expectation.item(
		"/system/practices/penetrationTesting/completedOn",
		"The penetration test was completed on 2026-10-30, 2 days before 2026-11-01; the limit is 1 day.",
	)}})
	not rule.verdict with input as expectation.about(object.union(concerned, {"practices": {"penetrationTesting": {"state": "done", "completedOn": "2026-10-30", "evidence": ["r1"]}}})) with data.params as {}
}

test_concerns_whom_it_is_for if {
	said_of({"lifecycle": {"stage": "development"}}) == expectation.outside({expectation.item(
		"/system/lifecycle/stage",
		"The stage of the life cycle is development; the rule concerns systems in a pilot or deployed.",
	)})
	said_of({"lifecycle": {"stage": "unknown"}}) == expectation.stage_unknown
	said({"risk": {"tier": "high"}}) == expectation.stage_blank
	said_of({"risk": {"tier": "limited"}}) == expectation.outside({expectation.item(
		"/system/risk/tier",
		"Nothing recorded makes the system one of high risk (risk tier: limited, high-impact under OMB M-25-21: blank, class under the EU AI Act: blank); the rule concerns systems that are.",
	)})
	said_of({"lifecycle": {"stage": "pilot"}}) == expectation.says({"missing": {expectation.item(
		"/system/practices/penetrationTesting",
		"The penetration test is blank: nobody recorded how far it got.",
	)}})
}
