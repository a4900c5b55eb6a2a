package aims.rules.audit_findings_followed_test

import data.aims.lib.expectation_test as expectation
import data.aims.lib.organization_cases_test as cases
import data.aims.rules.audit_findings_followed as rule

said(given) := verdict if {
	verdict := rule.verdict with input as cases.about(given) with data.params as expectation.params
}

finding := {"what": "No owner", "grade": "minor", "nonconformity": "nc-1"}

said_of(value) := said({"organization": {"audits": value}})

test_passes if {
	every case in [
		[
			{"organization": {"audits": [{"title": "Spring", "findings": [finding]}], "nonconformities": [{"id": "nc-1", "what": "No owner"}]}},
			{"observed": [["/organization/audits/0/findings/0", `The finding "No owner" is minor and leads to the nonconformity nc-1.`]]},
		],
		[
			{
				"organization": {
					"audits": [{"title": "Spring", "findings": [object.union(finding, {"grade": "major"})]}],
					"nonconformities": [{"id": "nc-1", "what": "No owner"}],
				},
			},
			{"observed": [["/organization/audits/0/findings/0", `The finding "No owner" is major and leads to the nonconformity nc-1.`]]},
		],
		[
			{
				"organization": {
					"audits": [{"title": "Spring", "findings": [{"what": "Tidier", "grade": "opportunity"}]}],
					"nonconformities": [{"id": "nc-1", "what": "No owner"}],
				},
			},
			{"observed": [["/organization/audits/0/findings/0", `The finding "Tidier" is an opportunity, not a nonconformity.`]]},
		],
		[
			{"organization": {"audits": [{"title": "Spring", "findings": []}], "nonconformities": [{"id": "nc-1", "what": "No owner"}]}},
			{"observed": [["/organization/audits/0/findings", `The internal audit "Spring" found nothing.`]]},
		],
	] {
		said(case[0]) == cases.told(case[1])
	}
}

test_violation_where_nothing_follows if {
	every case in [
		[
			[{"title": "Spring", "findings": [finding]}],
			{
				"violation": [
					[
						"/organization/audits/0/findings/0",
						`The finding "No owner" is minor and leads to the nonconformity nc-1, which is not in the list.`,
					],
				],
			},
		],
		[[], {"violation": [["/organization/audits", "The list of the internal audits is recorded as empty."]]}],
	] {
		said_of(case[0]) == cases.told(case[1])
	}
	every case in [
		[
			{
				"organization": {
					"audits": [{"title": "Spring", "findings": [object.remove(finding, ["nonconformity"])]}],
					"nonconformities": [{"id": "nc-1", "what": "No owner"}],
				},
			},
			{"violation": [["/organization/audits/0/findings/0", `The finding "No owner" is minor and leads to no nonconformity.`]]},
		],
		[
			{
				"organization": {
					"audits": [{"title": "Spring", "findings": [object.union(finding, {"grade": "major", "nonconformity": "nc-2"})]}],
					"nonconformities": [{"id": "nc-1", "what": "No owner"}],
				},
			},
			{
				"violation": [
					[
						"/organization/audits/0/findings/0",
						`The finding "No owner" is major and leads to the nonconformity nc-2, which is not in the list.`,
					],
				],
			},
		],
		[
			{
				"organization": {
					"audits": [{"title": "Spring", "findings": [finding, object.union(object.remove(finding, ["nonconformity"]), {"grade": "major"})]}],
					"nonconformities": [{"id": "nc-1", "what": "No owner"}],
				},
			},
			{
				"violation": [["/organization/audits/0/findings/1", `The finding "No owner" is major and leads to no nonconformity.`]],
				"observed": [["/organization/audits/0/findings/0", `The finding "No owner" is minor and leads to the nonconformity nc-1.`]],
			},
		],
	] {
		said(case[0]) == cases.told(case[1])
	}
}

test_missing if {
	said_of([{"title": "Spring"}]) == cases.told({"missing": [["/organization/audits/0/findings", `The internal audit "Spring": nobody recorded what it found.`]]})
	every case in [
		[{}, {"missing": [["/organization/audits", "Nobody recorded the internal audits."]]}],
		[
			{
				"organization": {
					"audits": [{"title": "Spring", "findings": [object.remove(finding, ["grade"])]}],
					"nonconformities": [{"id": "nc-1", "what": "No owner"}],
				},
			},
			{"missing": [["/organization/audits/0/findings/0", `The finding "No owner" has no grade.`]]},
		],
		[
			{
				"organization": {
					"audits": [{"title": "Spring", "findings": [object.union(finding, {"grade": "unknown"})]}],
					"nonconformities": [{"id": "nc-1", "what": "No owner"}],
				},
			},
			{"missing": [["/organization/audits/0/findings/0", `The finding "No owner" has a grade that is recorded as unknown.`]]},
		],
		[
			{
				"organization": {
					"audits": [{"title": "Spring", "findings": [object.union(finding, {"grade": "unknown", "nonconformity": "nc-2"})]}],
					"nonconformities": [{"id": "nc-1", "what": "No owner"}],
				},
			},
			{"missing": [["/organization/audits/0/findings/0", `The finding "No owner" has a grade that is recorded as unknown.`]]},
		],
	] {
		said(case[0]) == cases.told(case[1])
	}
}
