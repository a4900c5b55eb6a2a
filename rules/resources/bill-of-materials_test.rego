package aims.rules.bill_of_materials_test

import data.aims.lib.expectation_test as expectation
import data.aims.rules.bill_of_materials as rule

said_with(system, evidence) := verdict if {
	verdict := rule.verdict with input as object.union(expectation.about(system), {"evidence": evidence})
		with data.params as expectation.params
}

said(system) := said_with(system, evidence)

complete := {"lifecycle": {"stage": "deployed"}, "version": "4.2"}

evidence := [
	{
		"id": "r",
		"kind": "bill-of-materials",
		"title": "Release 4.2",
		"controls": ["iso42001:A.4.2"],
		"systemVersion": "4.2",
		"state": "approved",
		"path": "r.json",
		"fileState": "matches",
		"approver": "Risk Committee",
	},
]

test_passes_for_the_version_in_use if {
	said(complete) == expectation.says({"observed": {expectation.item("/evidence/0", "\"Release 4.2\" is recorded as the bill of materials of the system.")}})
}

test_stale_for_another_version if {
	said(json.patch(complete, [{"op": "replace", "path": "/version", "value": "4.3"}])) == expectation.says({"stale": {expectation.item("/evidence/0/systemVersion", "\"Release 4.2\" is about version 4.2; version 4.3 is in use.")}})
}

test_missing_when_the_version_is_blank if {
	said(json.patch(complete, [{"op": "remove", "path": "/version"}])) == expectation.says({"missing": {expectation.item("/system/version", "Nobody recorded which version of the system is in use, so that nobody can tell what the bill of materials of the system has to be about.")}})
}

test_missing_when_the_record_names_no_version if {
	said_with(complete, json.patch(evidence, [{"op": "remove", "path": "/0/systemVersion"}])) == expectation.says({"missing": {expectation.item("/evidence/0", "\"Release 4.2\" does not say which version of the system it is about.")}})
}

test_missing_when_the_record_is_of_another_kind if {
	said_with(complete, json.patch(evidence, [{"op": "replace", "path": "/0/kind", "value": "other"}])) == expectation.says({"missing": {expectation.item("/evidence", "No evidence record for iso42001:A.4.2 holds the bill of materials of the system (kind: bill-of-materials).")}})
}

test_missing_when_the_record_is_for_another_control if {
	said_with(complete, json.patch(evidence, [{"op": "replace", "path": "/0/controls/0", "value": "iso42001:A.2.2"}])) == expectation.says({"missing": {expectation.item("/evidence", "No evidence record for iso42001:A.4.2 holds the bill of materials of the system (kind: bill-of-materials).")}})
}

test_fails_when_the_file_differs if {
	said_with(complete, json.patch(evidence, [{"op": "replace", "path": "/0/fileState", "value": "differs"}])) == expectation.says({"violation": {expectation.item("/evidence/0/sha256", "\"Release 4.2\" names a file whose content is not the one that was recorded.")}})
}

test_pending_when_it_is_a_draft if {
	said_with(complete, json.patch(evidence, [{"op": "replace", "path": "/0/state", "value": "draft"}])) == expectation.says({"pending": {expectation.item("/evidence/0/state", "\"Release 4.2\" is a draft.")}})
}

test_does_not_apply_in_development if {
	said_with({"lifecycle": {"stage": "development"}}, []) == expectation.outside({expectation.item("/system/lifecycle/stage", "The stage of the life cycle is development; the rule concerns deployed systems.")})
}

test_missing_when_nothing_is_recorded if {
	said_with({}, []) == expectation.says({"missing": {expectation.item("/system/lifecycle/stage", "Nobody recorded whether the system is deployed.")}})
}

test_does_not_apply_to_retired_systems if {
	said_with({"lifecycle": {"stage": "retired"}}, []) == expectation.outside({expectation.item("/system/lifecycle/stage", "The stage of the life cycle is retired; the rule concerns deployed systems.")})
}
