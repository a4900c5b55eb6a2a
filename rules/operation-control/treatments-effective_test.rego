package aims.rules.treatments_effective_test

import data.aims.lib.expectation_test as expectation
import data.aims.lib.organization_cases_test as cases
import data.aims.rules.treatments_effective as rule

said(given) := verdict if {
	verdict := rule.verdict with input as cases.about(given) with data.params as expectation.params
}

treatment := {"what": "Second look", "due": "2026-10-31", "doneOn": "2026-09-01"}

risk := {"id": "r1", "title": "Wrong refusals"}

said_of(value) := said({"organization": {"risks": value}})

test_passes if {
	said_of([
		risk,
		{
			"id": "r2",
			"treatments": [object.union(treatment, {"effectiveness": {"checkedOn": "2026-09-01", "result": "effective"}}), object.remove(treatment, ["doneOn"])],
		},
	]) == cases.told({"observed": [["/organization/risks/1/treatments/0", `The treatment "Second look" had its effect, as the check on 2026-09-01 found.`]]})
}

test_nothing_to_look_for_where_none_is_done if {
	said_of([risk, {"id": "r2", "treatments": [object.remove(treatment, ["doneOn"])]}]) == cases.told({"observed": [["/organization/risks", "None of the treatments of risks is done yet: there is no effect to look for."]]})
}

test_violation_without_effect if {
	every case in [
		[
			[risk, {"id": "r2", "treatments": [object.union(treatment, {"effectiveness": {"checkedOn": "2026-10-01", "result": "not-effective"}})]}],
			{
				"violation": [["/organization/risks/1/treatments/0", `The treatment "Second look" did not have its effect, as the check on 2026-10-01 found.`]],
			},
		],
		[
			[risk, {"id": "r2", "treatments": [object.union(treatment, {"effectiveness": {"checkedOn": "2026-11-02", "result": "effective"}})]}],
			{
				"violation": [
					[
						"/organization/risks/1/treatments/0",
						`The treatment "Second look" has a check of its effect on 2026-11-02, which lies in the future of 2026-11-01.`,
					],
				],
			},
		],
	] {
		said_of(case[0]) == cases.told(case[1])
	}
}

test_stale_when_looked_before if {
	said_of([risk, {"id": "r2", "treatments": [object.union(treatment, {"effectiveness": {"checkedOn": "2026-08-31", "result": "effective"}})]}]) == cases.told({
		"stale": [
			[
				"/organization/risks/1/treatments/0",
				`The treatment "Second look" was checked for its effect on 2026-08-31, before it was done on 2026-09-01.`,
			],
		],
	})
}

test_missing_without_a_check if {
	every case in [
		[
			[risk, {"id": "r2", "treatments": [treatment]}],
			{
				"missing": [["/organization/risks/1/treatments/0", `The treatment "Second look" is done, and nobody recorded when its effect was checked.`]],
			},
		],
		[
			[risk, {"id": "r2", "treatments": [object.union(treatment, {"effectiveness": {"checkedOn": "2026-10-01"}})]}],
			{
				"missing": [
					[
						"/organization/risks/1/treatments/0",
						`The treatment "Second look" was checked for its effect on 2026-10-01, and nobody recorded whether it had it.`,
					],
				],
			},
		],
		[
			[risk, {"id": "r2", "treatments": [object.union(treatment, {"effectiveness": {"checkedOn": "2026-10-01", "result": "unknown"}})]}],
			{
				"missing": [
					[
						"/organization/risks/1/treatments/0",
						`The treatment "Second look" was checked for its effect on 2026-10-01, and whether it had it is recorded as unknown.`,
					],
				],
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
	] {
		said_of(case[0]) == cases.told(case[1])
	}
	said({}) == cases.told({"missing": [["/organization/risks", "Nobody recorded the treatments of risks."]]})
}
