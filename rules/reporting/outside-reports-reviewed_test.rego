package aims.rules.outside_reports_reviewed_test

import data.aims.lib.expectation_test as expectation
import data.aims.lib.organization_cases_test as cases
import data.aims.rules.outside_reports_reviewed as rule

said(given) := verdict if {
	verdict := rule.verdict with input as cases.about(given) with data.params as expectation.params
}

said_of(value) := said({"organization": {"outsideReports": value}})

test_passes_up_to_the_limit if {
	said_of({"reviewedOn": "2026-05-05", "reviewedBy": "Mara Quist"}) == cases.told({
		"observed": [
			[
				"/organization/outsideReports/reviewedOn",
				"The log of reports from outside was reviewed on 2026-05-05, 180 days before 2026-11-01, within the limit of 180 days.",
			],
		],
	})
}

test_stale_beyond_it if {
	said_of({"reviewedOn": "2026-05-04"}) == cases.told({
		"stale": [
			[
				"/organization/outsideReports/reviewedOn",
				"The log of reports from outside was last reviewed on 2026-05-04, 181 days before 2026-11-01; the limit is 180 days.",
			],
		],
	})
}

test_violation_in_the_future if {
	said_of({"reviewedOn": "2026-11-02"}) == cases.told({
		"violation": [
			[
				"/organization/outsideReports/reviewedOn",
				"The log of reports from outside is recorded as reviewed on 2026-11-02, which lies in the future of 2026-11-01.",
			],
		],
	})
}

test_pending_without_a_day if {
	said_of({"reviewedBy": "Mara Quist"}) == cases.told({
		"pending": [["/organization/outsideReports/reviewedBy", "Mara Quist is named as reviewer of the log of reports from outside, but no date is recorded."]],
	})
}

test_missing_when_blank if {
	every case in [
		[{}, {"missing": [["/organization/outsideReports/reviewedOn", "Nobody recorded a review of the log of reports from outside."]]}],
		[{"reviewedOn": "soon"}, {"missing": [["/organization/outsideReports/reviewedOn", "The date of the last review cannot be read: soon."]]}],
	] {
		said_of(case[0]) == cases.told(case[1])
	}
	said({}) == cases.told({"missing": [["/organization/outsideReports/reviewedOn", "Nobody recorded a review of the log of reports from outside."]]})
}

test_the_limit_is_the_parameter if {
	given := {"organization": {"outsideReports": {"reviewedOn": "2026-10-30"}}}
	verdict := rule.verdict with input as cases.about(given) with data.params as {"outside-report-review-max-age": 1}
	verdict == cases.told({
		"stale": [
			[
				"/organization/outsideReports/reviewedOn",
				"The log of reports from outside was last reviewed on 2026-10-30, 2 days before 2026-11-01; the limit is 1 day.",
			],
		],
	})
}

test_nothing_is_said_without_the_parameter if {
	given := {"organization": {"outsideReports": {"reviewedOn": "2026-05-05", "reviewedBy": "Mara Quist"}}}
	not rule.verdict with input as cases.about(given) with data.params as {}
}
