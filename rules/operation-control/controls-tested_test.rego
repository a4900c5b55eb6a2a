package aims.rules.controls_tested_test

import data.aims.lib.expectation_test as expectation
import data.aims.lib.organization_cases_test as cases
import data.aims.rules.controls_tested as rule

said(given) := verdict if {
	verdict := rule.verdict with input as cases.about(given) with data.params as expectation.params
}

said_of(value) := said({"decisions": value})

test_passes_up_to_the_limit if {
	said_of([
		{"control": "iso42001:A.2.2", "applicable": "yes", "state": "implemented", "testedOn": "2025-11-01"},
		{"control": "iso42001:A.2.3", "applicable": "yes", "state": "planned"},
		{"control": "iso42001:A.2.4", "applicable": "no", "state": "implemented"},
	]) == cases.told({
		"observed": [["/decisions/0/testedOn", "The control iso42001:A.2.2 was tested on 2025-11-01, 365 days before 2026-11-01, within the limit of 365 days."]],
	})
}

test_stale_beyond_it if {
	said_of([
		{"control": "iso42001:A.2.2", "applicable": "yes", "state": "implemented", "testedOn": "2025-10-31"},
		{"control": "iso42001:A.2.3", "applicable": "yes", "state": "implemented", "testedOn": "2026-11"},
	]) == cases.told({
		"stale": [["/decisions/0/testedOn", "The control iso42001:A.2.2 was last tested on 2025-10-31, 366 days before 2026-11-01; the limit is 365 days."]],
		"observed": [["/decisions/1/testedOn", "The control iso42001:A.2.3 was tested in 2026-11, up to 0 days before 2026-11-01, within the limit of 365 days."]],
	})
}

test_violation_in_the_future if {
	said_of([{"control": "iso42001:A.2.2", "applicable": "yes", "state": "implemented", "testedOn": "2026-11-02"}]) == cases.told({
		"violation": [["/decisions/0/testedOn", "The control iso42001:A.2.2 is recorded as tested on 2026-11-02, which lies in the future of 2026-11-01."]],
	})
}

test_missing_without_a_day if {
	every case in [
		[
			[{"control": "iso42001:A.2.2", "applicable": "yes", "state": "implemented"}],
			{"missing": [["/decisions/0/testedOn", "Nobody recorded when the control iso42001:A.2.2 was tested."]]},
		],
		[
			[{"control": "iso42001:A.2.2", "applicable": "yes", "state": "implemented", "testedOn": "soon"}],
			{"missing": [["/decisions/0/testedOn", "The day on which the control iso42001:A.2.2 was tested cannot be read: soon."]]},
		],
	] {
		said_of(case[0]) == cases.told(case[1])
	}
}

test_pending_where_none_is_implemented if {
	said_of([{"control": "iso42001:A.2.2", "applicable": "yes", "state": "in-progress", "testedOn": "2026-10-01"}]) == cases.told({"pending": [["/decisions", "No control that applies is recorded as implemented, so that none can be tested."]]})
}

test_missing_without_decisions if {
	every case in [
		[[], {"missing": [["/decisions", "No decision is recorded by which a control applies."]]}],
		[[{"control": "iso42001:A.2.2", "applicable": "no"}], {"missing": [["/decisions", "No decision is recorded by which a control applies."]]}],
	] {
		said_of(case[0]) == cases.told(case[1])
	}
	said({}) == cases.told({"missing": [["/decisions", "No decision is recorded by which a control applies."]]})
}

test_the_limit_is_the_parameter if {
	given := {"decisions": [{"control": "iso42001:A.2.2", "applicable": "yes", "state": "implemented", "testedOn": "2026-10-30"}]}
	verdict := rule.verdict with input as cases.about(given) with data.params as {"control-test-max-age": 1}
	verdict == cases.told({"stale": [["/decisions/0/testedOn", "The control iso42001:A.2.2 was last tested on 2026-10-30, 2 days before 2026-11-01; the limit is 1 day."]]})
}

test_nothing_is_said_without_the_parameter if {
	given := {
		"decisions": [
			{"control": "iso42001:A.2.2", "applicable": "yes", "state": "implemented", "testedOn": "2025-11-01"},
			{"control": "iso42001:A.2.3", "applicable": "yes", "state": "planned"},
			{"control": "iso42001:A.2.4", "applicable": "no", "state": "implemented"},
		],
	}
	not rule.verdict with input as cases.about(given) with data.params as {}
}
