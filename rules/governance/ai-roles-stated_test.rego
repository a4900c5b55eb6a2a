package aims.rules.ai_roles_stated_test

import data.aims.lib.expectation_test as expectation
import data.aims.rules.ai_roles_stated as rule

said(system) := verdict if {
	verdict := rule.verdict with input as expectation.about(system) with data.params as expectation.params
}

test_passes_when_a_role_is_stated if {
	said({"aiRoles": ["provider", "customer"]}) == expectation.says({"observed": {expectation.item("/system/aiRoles", "Roles of the organization towards the system: 2 recorded.")}})
}

test_fails_when_the_list_is_empty if {
	said({"aiRoles": []}) == expectation.says({"violation": {expectation.item("/system/aiRoles", "The list of roles of the organization towards the system is recorded as empty.")}})
}

test_missing_when_nothing_is_recorded if {
	said({}) == expectation.says({"missing": {expectation.item("/system/aiRoles", "Nobody recorded which role the organization takes towards the system.")}})
}

test_does_not_apply_to_retired_systems if {
	said({"lifecycle": {"stage": "retired"}}) == expectation.outside({expectation.retired})
}
