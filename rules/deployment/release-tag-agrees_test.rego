package aims.rules.release_tag_agrees_test

import data.aims.lib.expectation_test as expectation
import data.aims.rules.release_tag_agrees as rule

said(system) := verdict if {
	verdict := rule.verdict with input as expectation.about(system) with data.params as expectation.params
}

concerned := {"lifecycle": {"stage": "deployed"}}

said_of(recorded) := said(object.union(concerned, recorded))

test_passes_when_the_tag_names_the_version if {
	said_of({"deployment": {"approvedVersion": "4.2", "releaseTag": "4.2"}}) == expectation.says({"observed": {expectation.item(
		"/system/deployment/releaseTag",
		"The release tag 4.2 names the approved version 4.2.",
	)}})
	said_of({"deployment": {"approvedVersion": "4.2", "releaseTag": "v4.2"}}) == expectation.says({"observed": {expectation.item(
		"/system/deployment/releaseTag",
		"The release tag v4.2 names the approved version 4.2.",
	)}})
	said_of({"deployment": {"approvedVersion": "4.2", "releaseTag": "credit-scoring-4.2"}}) == expectation.says({"observed": {expectation.item(
		"/system/deployment/releaseTag",
		"The release tag credit-scoring-4.2 names the approved version 4.2.",
	)}})
}

test_signs_before_the_version_are_no_part_of_it if {
	every tag in ["release/4.2", "scoring_4.2", "v~4.2"] {
		said_of({"deployment": {"approvedVersion": "4.2", "releaseTag": tag}}) == expectation.says({"observed": {expectation.item(
			"/system/deployment/releaseTag",
			sprintf("The release tag %s names the approved version 4.2.", [tag]),
		)}})
	}
}

test_fails_when_it_names_another if {
	said_of({"deployment": {"approvedVersion": "4.2", "releaseTag": "v4.3"}}) == expectation.says({"violation": {expectation.item(
		"/system/deployment/releaseTag",
		"The release tag is v4.3, but version 4.2 was approved.",
	)}})
	said_of({"deployment": {"approvedVersion": "4.2", "releaseTag": "14.2"}}) == expectation.says({"violation": {expectation.item(
		"/system/deployment/releaseTag",
		"The release tag is 14.2, but version 4.2 was approved.",
	)}})
	said_of({"deployment": {"approvedVersion": "4.2", "releaseTag": "v1.4.2"}}) == expectation.says({"violation": {expectation.item(
		"/system/deployment/releaseTag",
		"The release tag is v1.4.2, but version 4.2 was approved.",
	)}})
	said_of({"deployment": {"approvedVersion": "4.2", "releaseTag": "4.2.1"}}) == expectation.says({"violation": {expectation.item(
		"/system/deployment/releaseTag",
		"The release tag is 4.2.1, but version 4.2 was approved.",
	)}})
	said_of({"deployment": {"approvedVersion": "4.2", "releaseTag": "v4.2-rc"}}) == expectation.says({"violation": {expectation.item(
		"/system/deployment/releaseTag",
		"The release tag is v4.2-rc, but version 4.2 was approved.",
	)}})
}

test_missing_when_blank if {
	said_of({}) == expectation.says({"missing": {
		expectation.item("/system/deployment/approvedVersion", "Nobody recorded which version was approved."),
		expectation.item("/system/deployment/releaseTag", "Nobody recorded the release tag."),
	}})
	said_of({"deployment": {"approvedVersion": "4.2"}}) == expectation.says({"missing": {expectation.item(
		"/system/deployment/releaseTag",
		"Nobody recorded the release tag.",
	)}})
	said_of({"deployment": {"releaseTag": "v4.2"}}) == expectation.says({"missing": {expectation.item(
		"/system/deployment/approvedVersion",
		"Nobody recorded which version was approved.",
	)}})
	said_of({"deployment": {"approvedVersion": "unknown", "releaseTag": "unknown"}}) == expectation.says({"missing": {
		expectation.item("/system/deployment/approvedVersion", "Which version was approved is recorded as unknown."),
		expectation.item("/system/deployment/releaseTag", "The release tag is recorded as unknown."),
	}})
}

test_concerns_deployed_systems_of_the_organization if {
	said_of({"lifecycle": {"stage": "pilot"}}) == expectation.outside({expectation.not_deployed("pilot")})
	said({}) == expectation.stage_blank
	said_of({"lifecycle": {"stage": "unknown"}}) == expectation.stage_unknown
	said_of({"acquisition": "purchased"}) == expectation.outside({expectation.item(
		"/system/acquisition",
		"The system is recorded as purchased; the rule concerns systems that the organization makes.",
	)})
}
