package aims.rules.measurements_in_time_test

import data.aims.lib.expectation_test as expectation
import data.aims.lib.organization_cases_test as cases
import data.aims.rules.measurements_in_time as rule

said(given) := verdict if {
	verdict := rule.verdict with input as cases.about(given) with data.params as expectation.params
}

metric := {"name": "Wrong refusals", "method": "Sample.", "intervalDays": 31, "owner": "Mara Quist", "measuredOn": "2026-10-01", "value": "2 %"}

said_of(value) := said({"organization": {"measurements": value}})

test_passes_up_to_its_own_interval if {
	said_of([metric, {"name": "Drift", "method": "Sample.", "intervalDays": 7, "owner": "Mara Quist", "measuredOn": "2026-10-25", "value": "2 %"}]) == cases.told({
		"observed": [
			[
				"/organization/measurements/0/measuredOn",
				`The metric "Wrong refusals" was measured on 2026-10-01, 31 days before 2026-11-01, within the limit of 31 days.`,
			],
			[
				"/organization/measurements/1/measuredOn",
				`The metric "Drift" was measured on 2026-10-25, 7 days before 2026-11-01, within the limit of 7 days.`,
			],
		],
	})
}

test_stale_beyond_it if {
	said_of([metric, object.union(metric, {"name": "Drift", "intervalDays": 30})]) == cases.told({
		"stale": [
			[
				"/organization/measurements/1/measuredOn",
				`The metric "Drift" was last measured on 2026-10-01, 31 days before 2026-11-01; the limit is 30 days.`,
			],
		],
		"observed": [
			[
				"/organization/measurements/0/measuredOn",
				`The metric "Wrong refusals" was measured on 2026-10-01, 31 days before 2026-11-01, within the limit of 31 days.`,
			],
		],
	})
}

test_violation if {
	every case in [
		[
			[object.union(metric, {"measuredOn": "2026-11-02"})],
			{
				"violation": [
					[
						"/organization/measurements/0/measuredOn",
						`The metric "Wrong refusals" is recorded as measured on 2026-11-02, which lies in the future of 2026-11-01.`,
					],
				],
			},
		],
		[[], {"violation": [["/organization/measurements", "The list of the metrics of the AI management system is recorded as empty."]]}],
	] {
		said_of(case[0]) == cases.told(case[1])
	}
}

test_missing if {
	every case in [
		[
			[object.remove(metric, ["intervalDays"])],
			{"missing": [["/organization/measurements/0/intervalDays", `Nobody recorded the interval of the metric "Wrong refusals".`]]},
		],
		[
			[object.remove(metric, ["measuredOn"])],
			{"missing": [["/organization/measurements/0/measuredOn", `Nobody recorded when the metric "Wrong refusals" was measured.`]]},
		],
		[
			[object.remove(metric, ["value"])],
			{
				"missing": [["/organization/measurements/0/value", `Nobody recorded the last value of the metric "Wrong refusals".`]],
				"observed": [
					[
						"/organization/measurements/0/measuredOn",
						`The metric "Wrong refusals" was measured on 2026-10-01, 31 days before 2026-11-01, within the limit of 31 days.`,
					],
				],
			},
		],
		[
			[object.union(metric, {"value": "unknown"})],
			{
				"missing": [["/organization/measurements/0/value", `The last value of the metric "Wrong refusals" is recorded as unknown.`]],
				"observed": [
					[
						"/organization/measurements/0/measuredOn",
						`The metric "Wrong refusals" was measured on 2026-10-01, 31 days before 2026-11-01, within the limit of 31 days.`,
					],
				],
			},
		],
		[
			[{"name": "Drift"}],
			{
				"missing": [
					["/organization/measurements/0/intervalDays", `Nobody recorded the interval of the metric "Drift".`],
					["/organization/measurements/0/value", `Nobody recorded the last value of the metric "Drift".`],
				],
			},
		],
	] {
		said_of(case[0]) == cases.told(case[1])
	}
	said({}) == cases.told({"missing": [["/organization/measurements", "Nobody recorded the metrics of the AI management system."]]})
}
