package aims.rules.measurements_defined_test

import data.aims.lib.expectation_test as expectation
import data.aims.lib.organization_cases_test as cases
import data.aims.rules.measurements_defined as rule

said(given) := verdict if {
	verdict := rule.verdict with input as cases.about(given) with data.params as expectation.params
}

metric := {"name": "Wrong refusals", "method": "Sample.", "intervalDays": 31, "owner": "Mara Quist", "measuredOn": "2026-10-01", "value": "2 %"}

said_of(value) := said({"organization": {"measurements": value}})

test_each_has_what_belongs_to_it if {
	every case in [
		[
			[metric],
			{"observed": [["/organization/measurements/0", `The metric "Wrong refusals" is recorded with an interval, a method and an owner.`]]},
		],
		[
			[metric, object.remove(metric, ["method"]), object.remove(metric, ["intervalDays"]), object.remove(metric, ["owner"]), {"name": "Drift"}],
			{
				"pending": [
					["/organization/measurements/1", `The metric "Wrong refusals" is recorded without a method.`],
					["/organization/measurements/2", `The metric "Wrong refusals" is recorded without an interval.`],
					["/organization/measurements/3", `The metric "Wrong refusals" is recorded without an owner.`],
					["/organization/measurements/4", `The metric "Drift" is recorded without an interval, a method and an owner.`],
				],
				"observed": [["/organization/measurements/0", `The metric "Wrong refusals" is recorded with an interval, a method and an owner.`]],
			},
		],
	] {
		said_of(case[0]) == cases.told(case[1])
	}
}

test_violation_when_empty if {
	said_of([]) == cases.told({"violation": [["/organization/measurements", "The list of the metrics of the AI management system is recorded as empty."]]})
}

test_missing_when_blank if {
	said({}) == cases.told({"missing": [["/organization/measurements", "Nobody recorded the metrics of the AI management system."]]})
}
