package aims.rules.customer_commitments_test

import data.aims.lib.expectation_test as expectation
import data.aims.lib.organization_cases_test as cases
import data.aims.rules.customer_commitments as rule

said(given) := verdict if {
	verdict := rule.verdict with input as cases.about(given) with data.params as expectation.params
}

test_passes if {
	every case in [
		[
			{
				"organization": {
					"aiRoles": ["provider"],
					"customerCommitments": [{"what": "A person looks at every refusal.", "where": "Terms", "owner": "Mara Quist"}],
				},
			},
			{
				"observed": [
					[
						"/organization/customerCommitments/0",
						`The commitment "A person looks at every refusal." is recorded with an owner and where it is written.`,
					],
				],
			},
		],
		[
			{"organization": {"aiRoles": ["provider"], "customerCommitments": []}},
			{"observed": [["/organization/customerCommitments", "The list of the commitments to customers is recorded as empty: there are none."]]},
		],
	] {
		said(case[0]) == cases.told(case[1])
	}
}

test_pending_where_a_part_is_blank if {
	said({
		"organization": {
			"aiRoles": ["provider"],
			"customerCommitments": [
				{"what": "A person looks at every refusal.", "owner": "Mara Quist"},
				{"what": "A person looks at every refusal.", "where": "Terms"},
				{"what": "Notice"},
			],
		},
	}) == cases.told({
		"pending": [
			["/organization/customerCommitments/0", `The commitment "A person looks at every refusal." is recorded without where it is written.`],
			["/organization/customerCommitments/1", `The commitment "A person looks at every refusal." is recorded without an owner.`],
			["/organization/customerCommitments/2", `The commitment "Notice" is recorded without an owner and where it is written.`],
		],
	})
}

test_missing if {
	every case in [
		[
			{"organization": {"aiRoles": ["provider"]}},
			{"missing": [["/organization/customerCommitments", "Nobody recorded the commitments to customers."]]},
		],
		[
			{"organization": {"customerCommitments": [{"what": "A person looks at every refusal.", "where": "Terms", "owner": "Mara Quist"}]}},
			{"missing": [["/organization/aiRoles", "Nobody recorded which role towards AI systems the organization has."]]},
		],
	] {
		said(case[0]) == cases.told(case[1])
	}
}

test_does_not_apply_to_those_who_only_use_ai if {
	said({"organization": {"aiRoles": ["customer"]}}) == expectation.outside({expectation.item("/organization/aiRoles", "The roles towards AI systems are recorded as customer; the rule concerns providers and producers.")})
}
