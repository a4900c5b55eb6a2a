package aims.rules.incident_plan_test

import data.aims.lib.expectation_test as expectation
import data.aims.lib.organization_cases_test as cases
import data.aims.rules.incident_plan as rule

said(given) := verdict if {
	verdict := rule.verdict with input as cases.about(given) with data.params as expectation.params
}

record := {
	"id": "doc",
	"title": "Doc",
	"kind": "plan",
	"controls": ["iso42001:A.8.4"],
	"uri": "https://records.example/doc",
	"state": "approved",
	"approvedOn": "2025-11-01",
	"version": "2",
	"approver": "Mara Quist",
}

incident := {"what": "Harm", "recipients": ["Authority"], "content": "What happened.", "deadlineHours": 72, "owner": "Mara Quist"}

test_passes_up_to_the_limit if {
	every case in [
		[
			{"organization": {"incidentCommunication": {"kinds": [incident]}}, "evidence": [record]},
			{
				"observed": [
					["/evidence/0", `"Doc" is recorded as the plan of incident communication, dated on 2025-11-01.`],
					[
						"/organization/incidentCommunication/kinds/0",
						`The kind of incident "Harm" is recorded with content, a deadline, an owner and recipients.`,
					],
				],
			},
		],
		[
			{"organization": {"incidentCommunication": {"kinds": [incident]}}, "evidence": [object.union(record, {"kind": "procedure"})]},
			{
				"observed": [
					["/evidence/0", `"Doc" is recorded as the plan of incident communication, dated on 2025-11-01.`],
					[
						"/organization/incidentCommunication/kinds/0",
						`The kind of incident "Harm" is recorded with content, a deadline, an owner and recipients.`,
					],
				],
			},
		],
	] {
		said(case[0]) == cases.told(case[1])
	}
}

test_stale_beyond_it if {
	said({"organization": {"incidentCommunication": {"kinds": [incident]}}, "evidence": [object.union(record, {"approvedOn": "2025-10-31"})]}) == cases.told({
		"stale": [["/evidence/0", `"Doc" is 366 days old, dated on 2025-10-31; the limit is 365 days.`]],
		"observed": [
			[
				"/organization/incidentCommunication/kinds/0",
				`The kind of incident "Harm" is recorded with content, a deadline, an owner and recipients.`,
			],
		],
	})
}

test_violation_where_no_kind_of_incident_is_listed if {
	said({"organization": {"incidentCommunication": {"kinds": []}}, "evidence": [record]}) == cases.told({
		"violation": [["/organization/incidentCommunication/kinds", "The list of the kinds of incident is recorded as empty."]],
		"observed": [["/evidence/0", `"Doc" is recorded as the plan of incident communication, dated on 2025-11-01.`]],
	})
}

test_pending_where_a_part_is_blank if {
	every case in [
		[
			{
				"organization": {
					"incidentCommunication": {
						"kinds": [
							object.remove(incident, ["recipients"]),
							object.remove(incident, ["content"]),
							object.remove(incident, ["deadlineHours"]),
							object.remove(incident, ["owner"]),
							{"what": "Breach"},
						],
					},
				},
				"evidence": [record],
			},
			{
				"pending": [
					["/organization/incidentCommunication/kinds/0", `The kind of incident "Harm" is recorded without recipients.`],
					["/organization/incidentCommunication/kinds/1", `The kind of incident "Harm" is recorded without content.`],
					["/organization/incidentCommunication/kinds/2", `The kind of incident "Harm" is recorded without a deadline.`],
					["/organization/incidentCommunication/kinds/3", `The kind of incident "Harm" is recorded without an owner.`],
					[
						"/organization/incidentCommunication/kinds/4",
						`The kind of incident "Breach" is recorded without content, a deadline, an owner and recipients.`,
					],
				],
				"observed": [["/evidence/0", `"Doc" is recorded as the plan of incident communication, dated on 2025-11-01.`]],
			},
		],
		[
			{"organization": {"incidentCommunication": {"kinds": [incident]}}, "evidence": [object.remove(record, ["version"])]},
			{
				"pending": [["/evidence/0", `"Doc" is recorded without a version.`]],
				"observed": [
					[
						"/organization/incidentCommunication/kinds/0",
						`The kind of incident "Harm" is recorded with content, a deadline, an owner and recipients.`,
					],
				],
			},
		],
		[
			{"organization": {"incidentCommunication": {"kinds": [incident]}}, "evidence": [object.remove(record, ["approver"])]},
			{
				"pending": [["/evidence/0", `"Doc" is recorded without an approver.`]],
				"observed": [
					[
						"/organization/incidentCommunication/kinds/0",
						`The kind of incident "Harm" is recorded with content, a deadline, an owner and recipients.`,
					],
				],
			},
		],
	] {
		said(case[0]) == cases.told(case[1])
	}
}

test_missing if {
	every case in [
		[
			{"organization": {}, "evidence": []},
			{
				"missing": [
					["/evidence", "No evidence record for iso42001:A.8.4 holds the plan of incident communication (kind: plan, kind: procedure)."],
					["/organization/incidentCommunication/kinds", "Nobody recorded the kinds of incident."],
				],
			},
		],
		[
			{"organization": {}, "evidence": [record]},
			{
				"missing": [["/organization/incidentCommunication/kinds", "Nobody recorded the kinds of incident."]],
				"observed": [["/evidence/0", `"Doc" is recorded as the plan of incident communication, dated on 2025-11-01.`]],
			},
		],
		[
			{"organization": {"incidentCommunication": {"kinds": [incident]}}, "evidence": []},
			{
				"missing": [["/evidence", "No evidence record for iso42001:A.8.4 holds the plan of incident communication (kind: plan, kind: procedure)."]],
				"observed": [
					[
						"/organization/incidentCommunication/kinds/0",
						`The kind of incident "Harm" is recorded with content, a deadline, an owner and recipients.`,
					],
				],
			},
		],
		[
			{"organization": {"incidentCommunication": {"kinds": [incident]}}, "evidence": [object.union(record, {"kind": "minutes"})]},
			{
				"missing": [["/evidence", "No evidence record for iso42001:A.8.4 holds the plan of incident communication (kind: plan, kind: procedure)."]],
				"observed": [
					[
						"/organization/incidentCommunication/kinds/0",
						`The kind of incident "Harm" is recorded with content, a deadline, an owner and recipients.`,
					],
				],
			},
		],
	] {
		said(case[0]) == cases.told(case[1])
	}
}

test_the_limit_is_the_parameter if {
	given := {"organization": {"incidentCommunication": {"kinds": [incident]}}, "evidence": [object.union(record, {"approvedOn": "2026-10-30"})]}
	verdict := rule.verdict with input as cases.about(given) with data.params as {"incident-plan-max-age": 1}
	verdict == cases.told({
		"stale": [["/evidence/0", `"Doc" is 2 days old, dated on 2026-10-30; the limit is 1 day.`]],
		"observed": [
			[
				"/organization/incidentCommunication/kinds/0",
				`The kind of incident "Harm" is recorded with content, a deadline, an owner and recipients.`,
			],
		],
	})
}

test_nothing_is_said_without_the_parameter if {
	given := {"organization": {"incidentCommunication": {"kinds": [incident]}}, "evidence": [object.union(record, {"kind": "procedure"})]}
	not rule.verdict with input as cases.about(given) with data.params as {}
}
