package aims.rules.external_services_owned_test

import data.aims.lib.expectation_test as expectation
import data.aims.lib.organization_cases_test as cases
import data.aims.rules.external_services_owned as rule

said(given) := verdict if {
	verdict := rule.verdict with input as cases.about(given) with data.params as expectation.params
}

supplier := {"name": "Northlight", "service": "A model.", "owner": "Mara Quist", "control": "Tests."}

said_of(value) := said({"organization": {"suppliers": value}})

test_each_has_what_belongs_to_it if {
	every case in [
		[
			[supplier],
			{
				"observed": [["/organization/suppliers/0", `The supplier "Northlight" is recorded with how it is kept in check, an owner and what is supplied.`]],
			},
		],
		[[], {"observed": [["/organization/suppliers", "The list of the external services is recorded as empty: there are none."]]}],
		[
			[
				supplier,
				object.remove(supplier, ["owner"]),
				object.remove(supplier, ["service"]),
				object.remove(supplier, ["control"]),
				{"name": "Halden"},
			],
			{
				"pending": [
					["/organization/suppliers/1", `The supplier "Northlight" is recorded without an owner.`],
					["/organization/suppliers/2", `The supplier "Northlight" is recorded without what is supplied.`],
					["/organization/suppliers/3", `The supplier "Northlight" is recorded without how it is kept in check.`],
					["/organization/suppliers/4", `The supplier "Halden" is recorded without how it is kept in check, an owner and what is supplied.`],
				],
				"observed": [["/organization/suppliers/0", `The supplier "Northlight" is recorded with how it is kept in check, an owner and what is supplied.`]],
			},
		],
	] {
		said_of(case[0]) == cases.told(case[1])
	}
}

test_missing_when_blank if {
	every case in [
		[{}, {"missing": [["/organization/suppliers", "Nobody recorded the external services."]]}],
		[
			{"organization": {"suppliers": [object.union(supplier, {"owner": "unknown"})]}},
			{"pending": [["/organization/suppliers/0", `The supplier "Northlight" is recorded without an owner.`]]},
		],
	] {
		said(case[0]) == cases.told(case[1])
	}
}
