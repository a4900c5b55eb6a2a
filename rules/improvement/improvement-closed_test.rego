package aims.rules.improvement_closed_test

import data.aims.lib.expectation_test as expectation
import data.aims.lib.organization_cases_test as cases
import data.aims.rules.improvement_closed as rule

said(given) := verdict if {
	verdict := rule.verdict with input as cases.about(given) with data.params as expectation.params
}

said_of(value) := said({"organization": {"improvements": value}})

test_passes_up_to_the_limit if {
	said_of([{"what": "Form asks", "closedOn": "2025-11-01"}, {"what": "Open"}]) == cases.told({
		"observed": [
			[
				"/organization/improvements/0/closedOn",
				`The improvement "Form asks" was put in place on 2025-11-01, 365 days before 2026-11-01, within the limit of 365 days.`,
			],
		],
	})
}

test_stale_beyond_it if {
	said_of([{"what": "Form asks", "closedOn": "2025-10-31"}]) == cases.told({
		"stale": [
			[
				"/organization/improvements/0/closedOn",
				`The improvement "Form asks" was put in place on 2025-10-31, 366 days before 2026-11-01; the limit is 365 days.`,
			],
		],
	})
}

test_pending_where_all_are_open if {
	said_of([{"what": "Open"}]) == cases.told({"pending": [["/organization/improvements", "None of the improvements has a day on which it was put in place."]]})
}

test_violation if {
	every case in [
		[[], {"violation": [["/organization/improvements", "The list of the improvements is recorded as empty."]]}],
		[
			[{"what": "Form asks", "closedOn": "2026-11-02"}],
			{
				"violation": [
					[
						"/organization/improvements/0/closedOn",
						`The improvement "Form asks" is recorded as put in place on 2026-11-02, which lies in the future of 2026-11-01.`,
					],
				],
			},
		],
	] {
		said_of(case[0]) == cases.told(case[1])
	}
}

test_missing_when_blank if {
	said({}) == cases.told({"missing": [["/organization/improvements", "Nobody recorded the improvements."]]})
}

test_the_limit_is_the_parameter if {
	given := {"organization": {"improvements": [{"what": "Form asks", "closedOn": "2026-10-30"}]}}
	verdict := rule.verdict with input as cases.about(given) with data.params as {"improvement-max-age": 1}
	verdict == cases.told({
		"stale": [
			[
				"/organization/improvements/0/closedOn",
				`The improvement "Form asks" was put in place on 2026-10-30, 2 days before 2026-11-01; the limit is 1 day.`,
			],
		],
	})
}

test_nothing_is_said_without_the_parameter if {
	given := {"organization": {"improvements": [{"what": "Form asks", "closedOn": "2025-11-01"}, {"what": "Open"}]}}
	not rule.verdict with input as cases.about(given) with data.params as {}
}
