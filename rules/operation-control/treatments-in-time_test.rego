package aims.rules.treatments_in_time_test

import data.aims.lib.expectation_test as expectation
import data.aims.lib.organization_cases_test as cases
import data.aims.rules.treatments_in_time as rule

said(given) := verdict if {
	verdict := rule.verdict with input as cases.about(given) with data.params as expectation.params
}

extension := {"until": "2026-11-01", "approvedBy": "Risk Committee", "reason": "Supplier late."}

treatment := {"what": "Second look", "due": "2026-10-31"}

risk := {"id": "r1", "title": "Wrong refusals"}

said_of(value) := said({"organization": {"risks": value}})

test_passes if {
	every case in [
		[
			[risk, {"id": "r2", "treatments": [object.union(treatment, {"doneOn": "2026-11-01"})]}],
			{"observed": [["/organization/risks/1/treatments/0", `The treatment "Second look" was done on 2026-11-01.`]]},
		],
		[
			[risk, {"id": "r2", "treatments": [object.union(treatment, {"due": "2026-11-01"})]}],
			{
				"observed": [["/organization/risks/1/treatments/0", `The treatment "Second look" is due on 2026-11-01, which has not passed on 2026-11-01.`]],
			},
		],
	] {
		said_of(case[0]) == cases.told(case[1])
	}
}

test_violation_when_overdue if {
	every case in [
		[
			[risk, {"id": "r2", "treatments": [treatment]}],
			{
				"violation": [["/organization/risks/1/treatments/0", `The treatment "Second look" was due on 2026-10-31 and is not done; no reason is recorded.`]],
			},
		],
		[
			[risk, {"id": "r2", "treatments": [object.union(treatment, {"doneOn": "2026-11-02"})]}],
			{
				"violation": [
					[
						"/organization/risks/1/treatments/0",
						`The treatment "Second look" is recorded as done on 2026-11-02, which lies in the future of 2026-11-01.`,
					],
				],
			},
		],
	] {
		said_of(case[0]) == cases.told(case[1])
	}
}

test_only_an_approved_extension_that_has_not_passed_helps if {
	every case in [
		[
			[
				risk,
				{
					"id": "r2",
					"treatments": [object.union(treatment, {"extension": {"until": "2026-11-01", "approvedBy": "Risk Committee", "reason": "Supplier late."}})],
				},
			],
			{
				"observed": [["/organization/risks/1/treatments/0", `The treatment "Second look" is due on 2026-11-01, which has not passed on 2026-11-01.`]],
			},
		],
		[
			[risk, {"id": "r2", "treatments": [object.union(treatment, {"extension": {"until": "2026-11-01", "reason": "Supplier late."}})]}],
			{
				"violation": [["/organization/risks/1/treatments/0", `The treatment "Second look" was due on 2026-10-31 and is not done; no reason is recorded.`]],
			},
		],
		[
			[
				risk,
				{
					"id": "r2",
					"treatments": [object.union(treatment, {"extension": {"until": "2026-10-31", "approvedBy": "Risk Committee", "reason": "Supplier late."}})],
				},
			],
			{
				"violation": [["/organization/risks/1/treatments/0", `The treatment "Second look" was due on 2026-10-31 and is not done; no reason is recorded.`]],
			},
		],
	] {
		said_of(case[0]) == cases.told(case[1])
	}
}

test_missing_without_a_day if {
	every case in [
		[
			[risk, {"id": "r2", "treatments": [{"what": "Second look"}]}],
			{"missing": [["/organization/risks/1/treatments/0", `The treatment "Second look" is not done, and nobody recorded by when it is due.`]]},
		],
		[
			[risk, {"id": "r2", "treatments": [treatment, object.union(treatment, {"due": "soon"})]}],
			{
				"violation": [["/organization/risks/1/treatments/0", `The treatment "Second look" was due on 2026-10-31 and is not done; no reason is recorded.`]],
				"missing": [["/organization/risks/1/treatments/1", `The treatment "Second look" is due on a day that cannot be read: soon.`]],
			},
		],
	] {
		said_of(case[0]) == cases.told(case[1])
	}
}

test_missing_when_blank if {
	every case in [
		[[], {"missing": [["/organization/risks", "Nobody recorded the treatments of risks."]]}],
		[[risk, {"id": "r2", "treatments": []}], {"missing": [["/organization/risks", "Nobody recorded the treatments of risks."]]}],
		[[{"id": "r1"}], {"missing": [["/organization/risks", "Nobody recorded the treatments of risks."]]}],
	] {
		said_of(case[0]) == cases.told(case[1])
	}
	said({}) == cases.told({"missing": [["/organization/risks", "Nobody recorded the treatments of risks."]]})
}
