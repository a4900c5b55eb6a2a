package aims.rules.impact_procedure_test

import data.aims.lib.expectation_test as expectation
import data.aims.lib.organization_cases_test as cases
import data.aims.rules.impact_procedure as rule

said(given) := verdict if {
	verdict := rule.verdict with input as cases.about(given) with data.params as expectation.params
}

record := {
	"id": "doc",
	"title": "Doc",
	"kind": "procedure",
	"controls": ["iso42001:A.5.2"],
	"uri": "https://records.example/doc",
	"state": "approved",
	"approvedOn": "2025-11-01",
	"version": "2",
	"approver": "Mara Quist",
}

test_passes_up_to_the_limit if {
	said({
		"organization": {"procedures": {"impactAssessment": {"triggers": ["new-system", "purpose-change", "substantial-change", "incident", "interval"]}}},
		"evidence": [record],
	}) == cases.told({
		"observed": [
			["/evidence/0", `"Doc" is recorded as the procedure of impact assessments, dated on 2025-11-01.`],
			[
				"/organization/procedures/impactAssessment/triggers",
				"The procedure of impact assessments covers all that it has to: an incident, the passing of time, a new system, another purpose and a substantial change.",
			],
		],
	})
}

test_stale_beyond_it if {
	said({
		"organization": {"procedures": {"impactAssessment": {"triggers": ["new-system", "purpose-change", "substantial-change", "incident", "interval"]}}},
		"evidence": [object.union(record, {"approvedOn": "2025-10-31"})],
	}) == cases.told({
		"stale": [["/evidence/0", `"Doc" is 366 days old, dated on 2025-10-31; the limit is 365 days.`]],
		"observed": [
			[
				"/organization/procedures/impactAssessment/triggers",
				"The procedure of impact assessments covers all that it has to: an incident, the passing of time, a new system, another purpose and a substantial change.",
			],
		],
	})
}

test_pending if {
	every case in [
		[
			{
				"organization": {"procedures": {"impactAssessment": {"triggers": ["new-system", "purpose-change", "substantial-change"]}}},
				"evidence": [record],
			},
			{
				"pending": [
					[
						"/organization/procedures/impactAssessment/triggers",
						"The procedure of impact assessments does not cover an incident and the passing of time.",
					],
				],
				"observed": [["/evidence/0", `"Doc" is recorded as the procedure of impact assessments, dated on 2025-11-01.`]],
			},
		],
		[
			{"organization": {"procedures": {"impactAssessment": {"triggers": []}}}, "evidence": [record]},
			{
				"pending": [
					[
						"/organization/procedures/impactAssessment/triggers",
						"The procedure of impact assessments does not cover an incident, the passing of time, a new system, another purpose and a substantial change.",
					],
				],
				"observed": [["/evidence/0", `"Doc" is recorded as the procedure of impact assessments, dated on 2025-11-01.`]],
			},
		],
		[
			{
				"organization": {"procedures": {"impactAssessment": {"triggers": ["new-system", "purpose-change", "substantial-change", "incident", "interval"]}}},
				"evidence": [object.remove(record, ["version"])],
			},
			{
				"pending": [["/evidence/0", `"Doc" is recorded without a version.`]],
				"observed": [
					[
						"/organization/procedures/impactAssessment/triggers",
						"The procedure of impact assessments covers all that it has to: an incident, the passing of time, a new system, another purpose and a substantial change.",
					],
				],
			},
		],
		[
			{
				"organization": {"procedures": {"impactAssessment": {"triggers": ["new-system", "purpose-change", "substantial-change", "incident", "interval"]}}},
				"evidence": [object.remove(record, ["approver"])],
			},
			{
				"pending": [["/evidence/0", `"Doc" is recorded without an approver.`]],
				"observed": [
					[
						"/organization/procedures/impactAssessment/triggers",
						"The procedure of impact assessments covers all that it has to: an incident, the passing of time, a new system, another purpose and a substantial change.",
					],
				],
			},
		],
		[
			{
				"organization": {"procedures": {"impactAssessment": {"triggers": ["new-system", "purpose-change", "substantial-change", "incident", "interval"]}}},
				"evidence": [object.union(record, {"state": "draft"})],
			},
			{
				"pending": [["/evidence/0/state", `"Doc" is a draft.`]],
				"observed": [
					[
						"/organization/procedures/impactAssessment/triggers",
						"The procedure of impact assessments covers all that it has to: an incident, the passing of time, a new system, another purpose and a substantial change.",
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
					["/evidence", "No evidence record for iso42001:A.5.2 holds the procedure of impact assessments (kind: procedure)."],
					["/organization/procedures/impactAssessment/triggers", "The procedure of impact assessments: nobody recorded what it covers."],
				],
			},
		],
		[
			{"organization": {}, "evidence": [record]},
			{
				"missing": [["/organization/procedures/impactAssessment/triggers", "The procedure of impact assessments: nobody recorded what it covers."]],
				"observed": [["/evidence/0", `"Doc" is recorded as the procedure of impact assessments, dated on 2025-11-01.`]],
			},
		],
		[
			{
				"organization": {"procedures": {"impactAssessment": {"triggers": ["new-system", "purpose-change", "substantial-change", "incident", "interval"]}}},
				"evidence": [],
			},
			{
				"missing": [["/evidence", "No evidence record for iso42001:A.5.2 holds the procedure of impact assessments (kind: procedure)."]],
				"observed": [
					[
						"/organization/procedures/impactAssessment/triggers",
						"The procedure of impact assessments covers all that it has to: an incident, the passing of time, a new system, another purpose and a substantial change.",
					],
				],
			},
		],
		[
			{
				"organization": {"procedures": {"impactAssessment": {"triggers": ["new-system", "purpose-change", "substantial-change", "incident", "interval"]}}},
				"evidence": [object.union(record, {"kind": "policy"})],
			},
			{
				"missing": [["/evidence", "No evidence record for iso42001:A.5.2 holds the procedure of impact assessments (kind: procedure)."]],
				"observed": [
					[
						"/organization/procedures/impactAssessment/triggers",
						"The procedure of impact assessments covers all that it has to: an incident, the passing of time, a new system, another purpose and a substantial change.",
					],
				],
			},
		],
		[
			{
				"organization": {"procedures": {"impactAssessment": {"triggers": ["new-system", "purpose-change", "substantial-change", "incident", "interval"]}}},
				"evidence": [object.union(record, {"controls": ["iso42001:A.5.3"]})],
			},
			{
				"missing": [["/evidence", "No evidence record for iso42001:A.5.2 holds the procedure of impact assessments (kind: procedure)."]],
				"observed": [
					[
						"/organization/procedures/impactAssessment/triggers",
						"The procedure of impact assessments covers all that it has to: an incident, the passing of time, a new system, another purpose and a substantial change.",
					],
				],
			},
		],
	] {
		said(case[0]) == cases.told(case[1])
	}
}

test_violation_where_the_file_is_gone if {
	said({
		"organization": {"procedures": {"impactAssessment": {"triggers": ["new-system", "purpose-change", "substantial-change", "incident", "interval"]}}},
		"evidence": [object.union(record, {"path": "doc.md", "fileState": "missing"})],
	}) == cases.told({
		"violation": [["/evidence/0/path", `"Doc" names a file that is not there.`]],
		"observed": [
			[
				"/organization/procedures/impactAssessment/triggers",
				"The procedure of impact assessments covers all that it has to: an incident, the passing of time, a new system, another purpose and a substantial change.",
			],
		],
	})
}

test_the_limit_is_the_parameter if {
	given := {
		"organization": {"procedures": {"impactAssessment": {"triggers": ["new-system", "purpose-change", "substantial-change", "incident", "interval"]}}},
		"evidence": [object.union(record, {"approvedOn": "2026-10-30"})],
	}
	verdict := rule.verdict with input as cases.about(given) with data.params as {"impact-procedure-max-age": 1}
	verdict == cases.told({
		"stale": [["/evidence/0", `"Doc" is 2 days old, dated on 2026-10-30; the limit is 1 day.`]],
		"observed": [
			[
				"/organization/procedures/impactAssessment/triggers",
				"The procedure of impact assessments covers all that it has to: an incident, the passing of time, a new system, another purpose and a substantial change.",
			],
		],
	})
}

test_nothing_is_said_without_the_parameter if {
	given := {
		"organization": {"procedures": {"impactAssessment": {"triggers": ["new-system", "purpose-change", "substantial-change", "incident", "interval"]}}},
		"evidence": [record],
	}
	not rule.verdict with input as cases.about(given) with data.params as {}
}
