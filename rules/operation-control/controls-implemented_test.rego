package aims.rules.controls_implemented_test

import data.aims.lib.expectation_test as expectation
import data.aims.lib.organization_cases_test as cases
import data.aims.rules.controls_implemented as rule

said(given) := verdict if {
	verdict := rule.verdict with input as cases.about(given) with data.params as expectation.params
}

said_of(value) := said({"decisions": value})

test_passes_where_implemented if {
	said_of([
		{"control": "iso42001:A.2.2", "applicable": "yes", "state": "implemented"},
		{"control": "iso42001:A.2.3", "applicable": "no", "state": "not-implemented"},
	]) == cases.told({"observed": [["/decisions/0/state", "The control iso42001:A.2.2 applies and is recorded as implemented."]]})
}

test_says_how_far_each_got if {
	every case in [
		[
			[{"control": "iso42001:A.2.2", "applicable": "yes", "state": "planned"}],
			{"pending": [["/decisions/0/state", "The control iso42001:A.2.2 applies and is planned."]]},
		],
		[
			[{"control": "iso42001:A.2.2", "applicable": "yes", "state": "in-progress"}],
			{"pending": [["/decisions/0/state", "The control iso42001:A.2.2 applies and is in progress."]]},
		],
		[
			[{"control": "iso42001:A.2.2", "applicable": "yes", "state": "not-implemented"}],
			{"violation": [["/decisions/0/state", "The control iso42001:A.2.2 applies and is recorded as not implemented."]]},
		],
		[
			[
				{"control": "iso42001:A.2.2", "applicable": "yes", "state": "implemented"},
				{"control": "iso42001:A.2.3", "applicable": "yes", "state": "planned"},
				{"control": "iso42001:A.2.4", "applicable": "yes", "state": "not-implemented"},
				{"control": "iso42001:A.3.2", "applicable": "yes"},
			],
			{
				"violation": [["/decisions/2/state", "The control iso42001:A.2.4 applies and is recorded as not implemented."]],
				"missing": [["/decisions/3", "Nobody recorded how far the control iso42001:A.3.2 got."]],
				"pending": [["/decisions/1/state", "The control iso42001:A.2.3 applies and is planned."]],
				"observed": [["/decisions/0/state", "The control iso42001:A.2.2 applies and is recorded as implemented."]],
			},
		],
	] {
		said_of(case[0]) == cases.told(case[1])
	}
}

test_one_that_does_not_say_whether_it_applies_counts if {
	every case in [
		[[{"control": "iso42001:A.2.2"}], {"missing": [["/decisions/0", "Nobody recorded how far the control iso42001:A.2.2 got."]]}],
		[
			[{"control": "iso42001:A.2.2", "state": "not-implemented"}],
			{"violation": [["/decisions/0/state", "The control iso42001:A.2.2 applies and is recorded as not implemented."]]},
		],
	] {
		said_of(case[0]) == cases.told(case[1])
	}
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
