package aims.rules.audit_programme_test

import data.aims.lib.expectation_test as expectation
import data.aims.lib.organization_cases_test as cases
import data.aims.rules.audit_programme as rule

said(given) := verdict if {
	verdict := rule.verdict with input as cases.about(given) with data.params as expectation.params
}

programme := {"scope": "All.", "criteria": "ISO/IEC 42001", "frequency": "Yearly", "auditors": ["Group Audit"]}

said_of(value) := said({"organization": {"auditProgramme": value}})

test_passes if {
	said_of(programme) == cases.told({"observed": [["/organization/auditProgramme", "The programme of internal audits is recorded with auditors, criteria, a frequency and a scope."]]})
}

test_pending_where_a_part_is_blank if {
	every case in [
		[
			object.remove(programme, ["scope"]),
			{"pending": [["/organization/auditProgramme", "The programme of internal audits is recorded without a scope."]]},
		],
		[
			object.remove(programme, ["criteria"]),
			{"pending": [["/organization/auditProgramme", "The programme of internal audits is recorded without criteria."]]},
		],
		[
			object.remove(programme, ["frequency"]),
			{"pending": [["/organization/auditProgramme", "The programme of internal audits is recorded without a frequency."]]},
		],
		[
			object.union(programme, {"auditors": []}),
			{"pending": [["/organization/auditProgramme", "The programme of internal audits is recorded without auditors."]]},
		],
	] {
		said_of(case[0]) == cases.told(case[1])
	}
}

test_missing_when_blank if {
	said_of({}) == cases.told({"missing": [["/organization/auditProgramme", "The programme of internal audits: nobody recorded auditors, criteria, a frequency and a scope."]]})
	said({}) == cases.told({"missing": [["/organization/auditProgramme", "The programme of internal audits: nobody recorded auditors, criteria, a frequency and a scope."]]})
}
