package aims.rules.audit_cycle_covered_test

import data.aims.lib.expectation_test as expectation
import data.aims.lib.organization_cases_test as cases
import data.aims.rules.audit_cycle_covered as rule

said(given) := verdict if {
	verdict := rule.verdict with input as cases.about(given) with data.params as expectation.params
}

test_passes_over_the_cycle if {}

test_pending_where_something_was_left_out if {}

test_missing_where_no_audit_of_the_cycle_says_what_it_covered if {}

test_missing_without_decisions if {}

test_the_limit_is_the_parameter if {
	given := {
		"organization": {
			"audits": [
				{
					"title": "Audit",
					"on": "2026-10-31",
					"covers": [
						"iso42001:4.1",
						"iso42001:4.2",
						"iso42001:4.3",
						"iso42001:4.4",
						"iso42001:5.1",
						"iso42001:5.2",
						"iso42001:5.3",
						"iso42001:6.1.1",
						"iso42001:6.1.2",
						"iso42001:6.1.3",
						"iso42001:6.1.4",
						"iso42001:6.2",
						"iso42001:6.3",
						"iso42001:7.1",
						"iso42001:7.2",
						"iso42001:7.3",
						"iso42001:7.4",
						"iso42001:7.5.1",
						"iso42001:7.5.2",
						"iso42001:7.5.3",
						"iso42001:8.1",
						"iso42001:8.2",
						"iso42001:8.3",
						"iso42001:8.4",
						"iso42001:9.1",
						"iso42001:9.2.1",
						"iso42001:9.2.2",
						"iso42001:9.3.1",
						"iso42001:9.3.2",
						"iso42001:9.3.3",
						"iso42001:10.1",
						"iso42001:10.2",
					],
				},
				{"title": "Audit", "on": "2026-10-30", "covers": ["iso42001:A.2.2"]},
			],
		},
		"decisions": [{"control": "iso42001:A.2.2", "applicable": "yes"}, {"control": "iso42001:A.2.3", "applicable": "no"}],
	}
	verdict := rule.verdict with input as cases.about(given) with data.params as {"audit-cycle-days": 1}
	verdict == cases.told({"pending": [["/organization/audits", "The internal audits of the last 1 day did not look at iso42001:A.2.2."]]})
}

test_nothing_is_said_without_the_parameter if {
	given := {
		"organization": {
			"audits": [
				{
					"title": "Audit",
					"on": "2023-11-02",
					"covers": [
						"iso42001:4.1",
						"iso42001:4.2",
						"iso42001:4.3",
						"iso42001:4.4",
						"iso42001:5.1",
						"iso42001:5.2",
						"iso42001:5.3",
						"iso42001:6.1.1",
						"iso42001:6.1.2",
						"iso42001:6.1.3",
						"iso42001:6.1.4",
						"iso42001:6.2",
						"iso42001:6.3",
						"iso42001:7.1",
						"iso42001:7.2",
						"iso42001:7.3",
					],
				},
				{
					"title": "Audit",
					"on": "2026-11-01",
					"covers": [
						"iso42001:7.4",
						"iso42001:7.5.1",
						"iso42001:7.5.2",
						"iso42001:7.5.3",
						"iso42001:8.1",
						"iso42001:8.2",
						"iso42001:8.3",
						"iso42001:8.4",
						"iso42001:9.1",
						"iso42001:9.2.1",
						"iso42001:9.2.2",
						"iso42001:9.3.1",
						"iso42001:9.3.2",
						"iso42001:9.3.3",
						"iso42001:10.1",
						"iso42001:10.2",
						"iso42001:A.2.2",
					],
				},
			],
		},
		"decisions": [{"control": "iso42001:A.2.2", "applicable": "yes"}, {"control": "iso42001:A.2.3", "applicable": "no"}],
	}
	verdict := rule.verdict with input as cases.about(given) with data.params as {}
	verdict == {"applicable": true}
}
