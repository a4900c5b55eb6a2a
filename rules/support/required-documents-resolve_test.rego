package aims.rules.required_documents_resolve_test

import data.aims.lib.expectation_test as expectation
import data.aims.rules.required_documents_resolve as rule

said(case, params) := verdict if {
	verdict := rule.verdict with input as expectation.about_organization_with(case.organization, case.input)
		with data.params as params
}

# What the organization records, what else the input holds, and all that the rule says.
cases := {
	"one record for all": {
		"organization": {},
		"input": {
			"evidence": [
				expectation.approved_record({
					"kind": "register",
					"controls": [
						"iso42001:4.3",
						"iso42001:5.2",
						"iso42001:6.1.2",
						"iso42001:6.1.3",
						"iso42001:6.1.4",
						"iso42001:6.2",
						"iso42001:7.2",
						"iso42001:8.1",
						"iso42001:8.2",
						"iso42001:8.3",
						"iso42001:8.4",
						"iso42001:9.1",
						"iso42001:9.2.2",
						"iso42001:9.3.3",
						"iso42001:10.2",
					],
				}),
			],
		},
		"says": [
			["observed", "/evidence/0", "\"Record of 2026\" is recorded as a record of nonconformities and corrective actions, dated on 2026-03-10."],
			["observed", "/evidence/0", "\"Record of 2026\" is recorded as the AI objectives, dated on 2026-03-10."],
			["observed", "/evidence/0", "\"Record of 2026\" is recorded as the AI policy, dated on 2026-03-10."],
			["observed", "/evidence/0", "\"Record of 2026\" is recorded as the audit programme and its results, dated on 2026-03-10."],
			["observed", "/evidence/0", "\"Record of 2026\" is recorded as the control of operation, dated on 2026-03-10."],
			["observed", "/evidence/0", "\"Record of 2026\" is recorded as the process of impact assessment, dated on 2026-03-10."],
			["observed", "/evidence/0", "\"Record of 2026\" is recorded as the process of risk assessment, dated on 2026-03-10."],
			["observed", "/evidence/0", "\"Record of 2026\" is recorded as the process of risk treatment and the statement of applicability, dated on 2026-03-10."],
			["observed", "/evidence/0", "\"Record of 2026\" is recorded as the proof of competence, dated on 2026-03-10."],
			["observed", "/evidence/0", "\"Record of 2026\" is recorded as the results of impact assessments, dated on 2026-03-10."],
			["observed", "/evidence/0", "\"Record of 2026\" is recorded as the results of management reviews, dated on 2026-03-10."],
			["observed", "/evidence/0", "\"Record of 2026\" is recorded as the results of monitoring and measurement, dated on 2026-03-10."],
			["observed", "/evidence/0", "\"Record of 2026\" is recorded as the results of risk assessments, dated on 2026-03-10."],
			["observed", "/evidence/0", "\"Record of 2026\" is recorded as the results of risk treatments, dated on 2026-03-10."],
			["observed", "/evidence/0", "\"Record of 2026\" is recorded as the scope of the AI management system, dated on 2026-03-10."],
		],
	},
	"file missing": {
		"organization": {},
		"input": {
			"evidence": [
				expectation.approved_record({
					"fileState": "missing",
					"kind": "register",
					"controls": [
						"iso42001:4.3",
						"iso42001:5.2",
						"iso42001:6.1.2",
						"iso42001:6.1.3",
						"iso42001:6.1.4",
						"iso42001:6.2",
						"iso42001:7.2",
						"iso42001:8.1",
						"iso42001:8.2",
						"iso42001:8.3",
						"iso42001:8.4",
						"iso42001:9.1",
						"iso42001:9.2.2",
						"iso42001:9.3.3",
						"iso42001:10.2",
					],
				}),
			],
		},
		"says": [["violation", "/evidence/0/path", "\"Record of 2026\" names a file that is not there."]],
	},
	"no path": {
		"organization": {},
		"input": {
			"evidence": [
				{
					"id": "record-2026",
					"title": "Record of 2026",
					"state": "approved",
					"effectiveFrom": "2026-03-10",
					"kind": "register",
					"controls": [
						"iso42001:4.3",
						"iso42001:5.2",
						"iso42001:6.1.2",
						"iso42001:6.1.3",
						"iso42001:6.1.4",
						"iso42001:6.2",
						"iso42001:7.2",
						"iso42001:8.1",
						"iso42001:8.2",
						"iso42001:8.3",
						"iso42001:8.4",
						"iso42001:9.1",
						"iso42001:9.2.2",
						"iso42001:9.3.3",
						"iso42001:10.2",
					],
				},
			],
		},
		"says": [["pending", "/evidence/0", "\"Record of 2026\" leads to nothing that can be looked at: neither a path nor a uri is recorded."]],
	},
	"blank": {
		"organization": {},
		"input": {},
		"says": [
			["missing", "/evidence", "No evidence record for iso42001:10.2 holds a record of nonconformities and corrective actions."],
			["missing", "/evidence", "No evidence record for iso42001:4.3 holds the scope of the AI management system."],
			["missing", "/evidence", "No evidence record for iso42001:5.2 holds the AI policy."],
			["missing", "/evidence", "No evidence record for iso42001:6.1.2 holds the process of risk assessment."],
			["missing", "/evidence", "No evidence record for iso42001:6.1.3 holds the process of risk treatment and the statement of applicability."],
			["missing", "/evidence", "No evidence record for iso42001:6.1.4 holds the process of impact assessment."],
			["missing", "/evidence", "No evidence record for iso42001:6.2 holds the AI objectives."],
			["missing", "/evidence", "No evidence record for iso42001:7.2 holds the proof of competence."],
			["missing", "/evidence", "No evidence record for iso42001:8.1 holds the control of operation."],
			["missing", "/evidence", "No evidence record for iso42001:8.2 holds the results of risk assessments."],
			["missing", "/evidence", "No evidence record for iso42001:8.3 holds the results of risk treatments."],
			["missing", "/evidence", "No evidence record for iso42001:8.4 holds the results of impact assessments."],
			["missing", "/evidence", "No evidence record for iso42001:9.1 holds the results of monitoring and measurement."],
			["missing", "/evidence", "No evidence record for iso42001:9.2.2 holds the audit programme and its results."],
			["missing", "/evidence", "No evidence record for iso42001:9.3.3 holds the results of management reviews."],
		],
	},
}

test_says_what_it_finds if {
	every case in cases {
		said(case, expectation.params) == expectation.says_all(case.says)
	}
}
