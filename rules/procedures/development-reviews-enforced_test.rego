package aims.rules.development_reviews_enforced_test

import data.aims.lib.expectation_test as expectation
import data.aims.lib.organization_cases_test as cases
import data.aims.rules.development_reviews_enforced as rule

said(given) := verdict if {
	verdict := rule.verdict with input as cases.about(given) with data.params as expectation.params
}

review := {"what": "Second person", "enforced": "yes", "by": "Protected branch", "checkedOn": "2026-05-05"}

test_passes_up_to_the_limit if {
	said({"organization": {"aiRoles": ["producer"], "procedures": {"development": {"reviews": [review]}}}}) == cases.told({
		"observed": [
			["/organization/procedures/development/reviews/0", `The review "Second person" is recorded with what enforces it.`],
			[
				"/organization/procedures/development/reviews/0/checkedOn",
				`The review "Second person" was checked on 2026-05-05, 180 days before 2026-11-01, within the limit of 180 days.`,
			],
			["/organization/procedures/development/reviews/0/enforced", `The review "Second person" is enforced.`],
		],
	})
}

test_stale_beyond_it if {
	said({"organization": {"aiRoles": ["producer"], "procedures": {"development": {"reviews": [object.union(review, {"checkedOn": "2026-05-04"})]}}}}) == cases.told({
		"stale": [
			[
				"/organization/procedures/development/reviews/0/checkedOn",
				`The review "Second person" was last checked on 2026-05-04, 181 days before 2026-11-01; the limit is 180 days.`,
			],
		],
		"observed": [
			["/organization/procedures/development/reviews/0", `The review "Second person" is recorded with what enforces it.`],
			["/organization/procedures/development/reviews/0/enforced", `The review "Second person" is enforced.`],
		],
	})
}

test_violation if {
	every case in [
		[
			{"organization": {"aiRoles": ["producer"], "procedures": {"development": {"reviews": [object.union(review, {"enforced": "no"})]}}}},
			{
				"violation": [["/organization/procedures/development/reviews/0/enforced", `The review "Second person" is recorded as not enforced.`]],
				"observed": [
					["/organization/procedures/development/reviews/0", `The review "Second person" is recorded with what enforces it.`],
					[
						"/organization/procedures/development/reviews/0/checkedOn",
						`The review "Second person" was checked on 2026-05-05, 180 days before 2026-11-01, within the limit of 180 days.`,
					],
				],
			},
		],
		[
			{
				"organization": {"aiRoles": ["producer"], "procedures": {"development": {"reviews": [object.union(review, {"checkedOn": "2026-11-02"})]}}},
			},
			{
				"violation": [
					[
						"/organization/procedures/development/reviews/0/checkedOn",
						`The review "Second person" is recorded as checked on 2026-11-02, which lies in the future of 2026-11-01.`,
					],
				],
				"observed": [
					["/organization/procedures/development/reviews/0", `The review "Second person" is recorded with what enforces it.`],
					["/organization/procedures/development/reviews/0/enforced", `The review "Second person" is enforced.`],
				],
			},
		],
		[
			{"organization": {"aiRoles": ["producer"], "procedures": {"development": {"reviews": []}}}},
			{"violation": [["/organization/procedures/development/reviews", "The list of the reviews in development is recorded as empty."]]},
		],
	] {
		said(case[0]) == cases.told(case[1])
	}
}

test_missing if {
	every case in [
		[
			{"organization": {"aiRoles": ["producer"]}},
			{"missing": [["/organization/procedures/development/reviews", "Nobody recorded the reviews in development."]]},
		],
		[
			{"organization": {"aiRoles": ["producer"], "procedures": {"development": {"reviews": [object.remove(review, ["enforced"])]}}}},
			{
				"missing": [["/organization/procedures/development/reviews/0/enforced", `Nobody recorded whether the review "Second person" is enforced.`]],
				"observed": [
					["/organization/procedures/development/reviews/0", `The review "Second person" is recorded with what enforces it.`],
					[
						"/organization/procedures/development/reviews/0/checkedOn",
						`The review "Second person" was checked on 2026-05-05, 180 days before 2026-11-01, within the limit of 180 days.`,
					],
				],
			},
		],
		[
			{"organization": {"aiRoles": ["producer"], "procedures": {"development": {"reviews": [object.union(review, {"enforced": "unknown"})]}}}},
			{
				"missing": [
					[
						"/organization/procedures/development/reviews/0/enforced",
						`Whether the review "Second person" is enforced is recorded as unknown.`,
					],
				],
				"observed": [
					["/organization/procedures/development/reviews/0", `The review "Second person" is recorded with what enforces it.`],
					[
						"/organization/procedures/development/reviews/0/checkedOn",
						`The review "Second person" was checked on 2026-05-05, 180 days before 2026-11-01, within the limit of 180 days.`,
					],
				],
			},
		],
		[
			{"organization": {"aiRoles": ["producer"], "procedures": {"development": {"reviews": [object.remove(review, ["checkedOn"])]}}}},
			{
				"missing": [["/organization/procedures/development/reviews/0/checkedOn", `Nobody recorded when the review "Second person" was checked.`]],
				"observed": [
					["/organization/procedures/development/reviews/0", `The review "Second person" is recorded with what enforces it.`],
					["/organization/procedures/development/reviews/0/enforced", `The review "Second person" is enforced.`],
				],
			},
		],
		[
			{"organization": {"aiRoles": ["producer"], "procedures": {"development": {"reviews": [{"what": "Tests"}]}}}},
			{
				"missing": [
					["/organization/procedures/development/reviews/0/checkedOn", `Nobody recorded when the review "Tests" was checked.`],
					["/organization/procedures/development/reviews/0/enforced", `Nobody recorded whether the review "Tests" is enforced.`],
				],
				"pending": [["/organization/procedures/development/reviews/0", `The review "Tests" is recorded without what enforces it.`]],
			},
		],
		[
			{"organization": {"procedures": {"development": {"reviews": [review]}}}},
			{"missing": [["/organization/aiRoles", "Nobody recorded which role towards AI systems the organization has."]]},
		],
	] {
		said(case[0]) == cases.told(case[1])
	}
}

test_pending_where_nothing_is_said_to_enforce_it if {
	said({"organization": {"aiRoles": ["producer"], "procedures": {"development": {"reviews": [object.remove(review, ["by"])]}}}}) == cases.told({
		"pending": [["/organization/procedures/development/reviews/0", `The review "Second person" is recorded without what enforces it.`]],
		"observed": [
			[
				"/organization/procedures/development/reviews/0/checkedOn",
				`The review "Second person" was checked on 2026-05-05, 180 days before 2026-11-01, within the limit of 180 days.`,
			],
			["/organization/procedures/development/reviews/0/enforced", `The review "Second person" is enforced.`],
		],
	})
}

test_does_not_apply_to_those_who_only_use_ai if {
	said({"organization": {"aiRoles": ["customer", "partner"], "procedures": {"development": {"reviews": []}}}}) == expectation.outside({expectation.item("/organization/aiRoles", "The roles towards AI systems are recorded as customer, partner; the rule concerns providers and producers.")})
}

test_the_limit_is_the_parameter if {
	given := {"organization": {"aiRoles": ["producer"], "procedures": {"development": {"reviews": [object.union(review, {"checkedOn": "2026-10-30"})]}}}}
	verdict := rule.verdict with input as cases.about(given) with data.params as {"review-enforcement-check-max-age": 1}
	verdict == cases.told({
		"stale": [
			[
				"/organization/procedures/development/reviews/0/checkedOn",
				`The review "Second person" was last checked on 2026-10-30, 2 days before 2026-11-01; the limit is 1 day.`,
			],
		],
		"observed": [
			["/organization/procedures/development/reviews/0", `The review "Second person" is recorded with what enforces it.`],
			["/organization/procedures/development/reviews/0/enforced", `The review "Second person" is enforced.`],
		],
	})
}

test_nothing_is_said_without_the_parameter if {
	given := {"organization": {"aiRoles": ["producer"], "procedures": {"development": {"reviews": [review]}}}}
	not rule.verdict with input as cases.about(given) with data.params as {}
}
