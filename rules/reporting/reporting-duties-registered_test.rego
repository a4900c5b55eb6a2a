package aims.rules.reporting_duties_registered_test

import data.aims.lib.expectation_test as expectation
import data.aims.lib.organization_cases_test as cases
import data.aims.rules.reporting_duties_registered as rule

said(given) := verdict if {
	verdict := rule.verdict with input as cases.about(given) with data.params as expectation.params
}

obligation := {"what": "Yearly report", "trigger": "End of year", "recipient": "Authority", "deadline": "Three months", "owner": "Mara Quist"}

said_of(value) := said({"organization": {"reportingDuties": value}})

test_passes if {
	every case in [
		[
			[obligation],
			{
				"observed": [
					[
						"/organization/reportingDuties/0",
						`The duty to inform "Yearly report" is recorded with a deadline, an owner, a recipient and a trigger.`,
					],
				],
			},
		],
		[[], {"observed": [["/organization/reportingDuties", "The list of the duties to inform is recorded as empty: there are none."]]}],
	] {
		said_of(case[0]) == cases.told(case[1])
	}
}

test_pending_where_a_part_is_blank if {
	said_of([
		object.remove(obligation, ["trigger"]),
		object.remove(obligation, ["recipient"]),
		object.remove(obligation, ["deadline"]),
		object.remove(obligation, ["owner"]),
		{"what": "Notice"},
	]) == cases.told({
		"pending": [
			["/organization/reportingDuties/0", `The duty to inform "Yearly report" is recorded without a trigger.`],
			["/organization/reportingDuties/1", `The duty to inform "Yearly report" is recorded without a recipient.`],
			["/organization/reportingDuties/2", `The duty to inform "Yearly report" is recorded without a deadline.`],
			["/organization/reportingDuties/3", `The duty to inform "Yearly report" is recorded without an owner.`],
			["/organization/reportingDuties/4", `The duty to inform "Notice" is recorded without a deadline, an owner, a recipient and a trigger.`],
		],
	})
}

test_missing_when_blank if {
	said({}) == cases.told({"missing": [["/organization/reportingDuties", "Nobody recorded the duties to inform."]]})
}
