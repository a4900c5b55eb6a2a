package aims.rules.development_procedure_test

import data.aims.lib.expectation_test as expectation
import data.aims.lib.organization_cases_test as cases
import data.aims.rules.development_procedure as rule

said(given) := verdict if {
	verdict := rule.verdict with input as cases.about(given) with data.params as expectation.params
}

record := {
	"id": "doc",
	"title": "Doc",
	"kind": "procedure",
	"controls": ["iso42001:A.6.1.3"],
	"uri": "https://records.example/doc",
	"state": "approved",
	"approvedOn": "2025-11-01",
	"version": "2",
	"approver": "Mara Quist",
}

test_passes_up_to_the_limit if {
	said({"organization": {"aiRoles": ["producer"]}, "evidence": [record]}) == cases.told({"observed": [["/evidence/0", `"Doc" is recorded as the procedure of design and development, dated on 2025-11-01.`]]})
}

test_stale_beyond_it if {
	said({"organization": {"aiRoles": ["producer"]}, "evidence": [object.union(record, {"approvedOn": "2025-10-31"})]}) == cases.told({"stale": [["/evidence/0", `"Doc" is 366 days old, dated on 2025-10-31; the limit is 365 days.`]]})
}

test_pending if {
	every case in [
		[
			{"organization": {"aiRoles": ["producer"]}, "evidence": [object.remove(record, ["version", "approver"])]},
			{"pending": [["/evidence/0", `"Doc" is recorded without an approver and a version.`]]},
		],
		[
			{"organization": {"aiRoles": ["producer"]}, "evidence": [object.union(record, {"state": "draft"})]},
			{"pending": [["/evidence/0/state", `"Doc" is a draft.`]]},
		],
	] {
		said(case[0]) == cases.told(case[1])
	}
}

test_missing if {
	every case in [
		[
			{"organization": {"aiRoles": ["producer"]}, "evidence": []},
			{"missing": [["/evidence", "No evidence record for iso42001:A.6.1.3 holds the procedure of design and development (kind: procedure)."]]},
		],
		[
			{"organization": {"aiRoles": ["producer"]}, "evidence": [object.union(record, {"kind": "policy"})]},
			{"missing": [["/evidence", "No evidence record for iso42001:A.6.1.3 holds the procedure of design and development (kind: procedure)."]]},
		],
		[
			{"organization": {"aiRoles": ["producer"]}, "evidence": [object.remove(record, ["approvedOn"])]},
			{"missing": [["/evidence/0", `"Doc" has no date, and its age has a limit.`]]},
		],
		[
			{"organization": {}, "evidence": [record]},
			{"missing": [["/organization/aiRoles", "Nobody recorded which role towards AI systems the organization has."]]},
		],
	] {
		said(case[0]) == cases.told(case[1])
	}
}

test_violation_where_the_file_differs if {
	said({"organization": {"aiRoles": ["producer"]}, "evidence": [object.union(record, {"path": "doc.md", "fileState": "differs"})]}) == cases.told({"violation": [["/evidence/0/sha256", `"Doc" names a file whose content is not the one that was recorded.`]]})
}

test_does_not_apply_to_those_who_only_use_ai if {
	said({"organization": {"aiRoles": ["customer"]}, "evidence": []}) == expectation.outside({expectation.item("/organization/aiRoles", "The roles towards AI systems are recorded as customer; the rule concerns providers and producers.")})
}

test_the_limit_is_the_parameter if {
	given := {"organization": {"aiRoles": ["producer"]}, "evidence": [object.union(record, {"approvedOn": "2026-10-30"})]}
	verdict := rule.verdict with input as cases.about(given) with data.params as {"development-procedure-max-age": 1}
	verdict == cases.told({"stale": [["/evidence/0", `"Doc" is 2 days old, dated on 2026-10-30; the limit is 1 day.`]]})
}

test_nothing_is_said_without_the_parameter if {
	given := {"organization": {"aiRoles": ["producer"]}, "evidence": [record]}
	not rule.verdict with input as cases.about(given) with data.params as {}
}
