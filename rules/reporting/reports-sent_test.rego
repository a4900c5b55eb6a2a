package aims.rules.reports_sent_test

import data.aims.lib.expectation_test as expectation
import data.aims.lib.organization_cases_test as cases
import data.aims.rules.reports_sent as rule

said(given) := verdict if {
	verdict := rule.verdict with input as cases.about(given) with data.params as expectation.params
}

obligation := {"what": "Yearly report", "trigger": "End of year", "recipient": "Authority", "deadline": "Three months", "owner": "Mara Quist"}

said_of(value) := said({"organization": {"reportingDuties": value}})

test_passes if {
	every case in [
		[
			[object.union(obligation, {"reports": [{"what": "Report 2025", "due": "2026-10-31", "doneOn": "2026-11-01"}]})],
			{"observed": [["/organization/reportingDuties/0/reports/0", `The report "Report 2025" was done on 2026-11-01.`]]},
		],
		[
			[object.union(obligation, {"reports": [{"what": "Report 2025", "due": "2026-11-01"}]})],
			{
				"observed": [["/organization/reportingDuties/0/reports/0", `The report "Report 2025" is due on 2026-11-01, which has not passed on 2026-11-01.`]],
			},
		],
		[
			[object.union(obligation, {"reports": []})],
			{"observed": [["/organization/reportingDuties", "None of the reports to others is due: the list has no such entry."]]},
		],
		[[], {"observed": [["/organization/reportingDuties", "None of the reports to others is due: the list has no such entry."]]}],
	] {
		said_of(case[0]) == cases.told(case[1])
	}
}

test_pending_where_late_for_a_reason if {
	said_of([object.union(obligation, {"reports": [{"what": "Report 2025", "due": "2026-10-31", "reason": "Portal closed."}]})]) == cases.told({
		"pending": [
			[
				"/organization/reportingDuties/0/reports/0",
				`The report "Report 2025" was due on 2026-10-31 and is not done, for a recorded reason: Portal closed.`,
			],
		],
	})
}

test_violation if {
	every case in [
		[
			[object.union(obligation, {"reports": [{"what": "Report 2025", "due": "2026-10-31"}]})],
			{
				"violation": [
					[
						"/organization/reportingDuties/0/reports/0",
						`The report "Report 2025" was due on 2026-10-31 and is not done; no reason is recorded.`,
					],
				],
			},
		],
		[
			[object.union(obligation, {"reports": [{"what": "Report 2025", "due": "2026-10-31", "doneOn": "2026-11-02"}]})],
			{
				"violation": [
					[
						"/organization/reportingDuties/0/reports/0",
						`The report "Report 2025" is recorded as done on 2026-11-02, which lies in the future of 2026-11-01.`,
					],
				],
			},
		],
	] {
		said_of(case[0]) == cases.told(case[1])
	}
}

test_missing if {
	every case in [
		[
			[obligation],
			{
				"missing": [["/organization/reportingDuties/0/reports", `The duty to inform "Yearly report": nobody recorded its reports.`]],
				"observed": [["/organization/reportingDuties", "None of the reports to others is due: the list has no such entry."]],
			},
		],
		[
			[object.union(obligation, {"reports": [{"what": "Report 2025"}]})],
			{
				"missing": [["/organization/reportingDuties/0/reports/0", `The report "Report 2025" is not done, and nobody recorded by when it is due.`]],
			},
		],
	] {
		said_of(case[0]) == cases.told(case[1])
	}
	said({}) == cases.told({"missing": [["/organization/reportingDuties", "Nobody recorded the reports to others."]]})
}
