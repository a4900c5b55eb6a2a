package aims.rules.outside_contact_published_test

import data.aims.lib.expectation_test as expectation
import data.aims.lib.organization_cases_test as cases
import data.aims.rules.outside_contact_published as rule

said(given) := verdict if {
	verdict := rule.verdict with input as cases.about(given) with data.params as expectation.params
}

reports := {"contact": "ai@bank.example", "published": "yes", "publishedAt": "https://bank.example/ai", "owner": "Mara Quist"}

said_of(value) := said({"organization": {"outsideReports": value}})

test_passes if {
	said_of(reports) == cases.told({
		"observed": [
			[
				"/organization/outsideReports",
				"The contact for people outside is recorded with how to reach it, who answers and where it is published.",
			],
			["/organization/outsideReports/published", "The contact for people outside is published."],
		],
	})
}

test_violation_where_it_is_not_published if {
	said_of(object.union(reports, {"published": "no"})) == cases.told({
		"violation": [["/organization/outsideReports/published", "The contact for people outside is recorded as not published."]],
		"observed": [["/organization/outsideReports", "The contact for people outside is recorded with how to reach it, who answers and where it is published."]],
	})
}

test_missing_when_blank if {
	every case in [
		[
			{},
			{
				"missing": [
					[
						"/organization/outsideReports",
						"The contact for people outside: nobody recorded how to reach it, who answers and where it is published.",
					],
					["/organization/outsideReports/published", "Nobody recorded whether the contact for people outside is published."],
				],
			},
		],
		[
			object.remove(reports, ["published"]),
			{
				"missing": [["/organization/outsideReports/published", "Nobody recorded whether the contact for people outside is published."]],
				"observed": [
					[
						"/organization/outsideReports",
						"The contact for people outside is recorded with how to reach it, who answers and where it is published.",
					],
				],
			},
		],
		[
			object.union(reports, {"published": "unknown"}),
			{
				"missing": [["/organization/outsideReports/published", "Whether the contact for people outside is published is recorded as unknown."]],
				"observed": [
					[
						"/organization/outsideReports",
						"The contact for people outside is recorded with how to reach it, who answers and where it is published.",
					],
				],
			},
		],
	] {
		said_of(case[0]) == cases.told(case[1])
	}
	said({}) == cases.told({
		"missing": [
			[
				"/organization/outsideReports",
				"The contact for people outside: nobody recorded how to reach it, who answers and where it is published.",
			],
			["/organization/outsideReports/published", "Nobody recorded whether the contact for people outside is published."],
		],
	})
}

test_pending_where_a_part_is_blank if {
	every case in [
		[
			object.remove(reports, ["contact"]),
			{
				"pending": [["/organization/outsideReports", "The contact for people outside is recorded without how to reach it."]],
				"observed": [["/organization/outsideReports/published", "The contact for people outside is published."]],
			},
		],
		[
			object.remove(reports, ["publishedAt"]),
			{
				"pending": [["/organization/outsideReports", "The contact for people outside is recorded without where it is published."]],
				"observed": [["/organization/outsideReports/published", "The contact for people outside is published."]],
			},
		],
		[
			object.remove(reports, ["owner"]),
			{
				"pending": [["/organization/outsideReports", "The contact for people outside is recorded without who answers."]],
				"observed": [["/organization/outsideReports/published", "The contact for people outside is published."]],
			},
		],
	] {
		said_of(case[0]) == cases.told(case[1])
	}
}
