package aims.rules.hosting_stated_test

import data.aims.lib.expectation_test as expectation
import data.aims.rules.hosting_stated as rule

said(system) := verdict if {
	verdict := rule.verdict with input as expectation.about(system) with data.params as expectation.params
}

complete := {
	"lifecycle": {"stage": "deployed"},
	"resources": {
		"hosting": [{"location": "Frankfurt", "provider": "Own"}],
		"compute": [{"type": "CPU", "capacity": "8 cores"}],
	},
}

test_passes_when_stated if {
	said(complete) == expectation.says({"observed": {
		expectation.item("/system/resources/compute/0", "The computing resource \"CPU\" is recorded with a capacity and a type."),
		expectation.item("/system/resources/hosting/0", "The hosting \"Frankfurt\" is recorded with a location and a provider."),
	}})
}

test_does_not_apply_in_development if {
	said({"lifecycle": {"stage": "development"}}) == expectation.outside({expectation.item("/system/lifecycle/stage", "The stage of the life cycle is development; the rule concerns systems in a pilot or deployed.")})
}

test_pending_without_location if {
	said(json.patch(complete, [{"op": "remove", "path": "/resources/hosting/0/location"}])) == expectation.says({
		"pending": {expectation.item("/system/resources/hosting/0", "The hosting without a name is recorded without a location.")},
		"observed": {expectation.item("/system/resources/compute/0", "The computing resource \"CPU\" is recorded with a capacity and a type.")},
	})
}

test_pending_without_provider if {
	said(json.patch(complete, [{"op": "remove", "path": "/resources/hosting/0/provider"}])) == expectation.says({
		"pending": {expectation.item("/system/resources/hosting/0", "The hosting \"Frankfurt\" is recorded without a provider.")},
		"observed": {expectation.item("/system/resources/compute/0", "The computing resource \"CPU\" is recorded with a capacity and a type.")},
	})
}

test_pending_without_type if {
	said(json.patch(complete, [{"op": "remove", "path": "/resources/compute/0/type"}])) == expectation.says({
		"pending": {expectation.item("/system/resources/compute/0", "The computing resource without a name is recorded without a type.")},
		"observed": {expectation.item("/system/resources/hosting/0", "The hosting \"Frankfurt\" is recorded with a location and a provider.")},
	})
}

test_pending_without_capacity if {
	said(json.patch(complete, [{"op": "remove", "path": "/resources/compute/0/capacity"}])) == expectation.says({
		"pending": {expectation.item("/system/resources/compute/0", "The computing resource \"CPU\" is recorded without a capacity.")},
		"observed": {expectation.item("/system/resources/hosting/0", "The hosting \"Frankfurt\" is recorded with a location and a provider.")},
	})
}

test_fails_when_hosting_is_empty if {
	said(json.patch(complete, [{"op": "replace", "path": "/resources/hosting", "value": []}])) == expectation.says({
		"violation": {expectation.item("/system/resources/hosting", "The list of the hosting of the system is recorded as empty.")},
		"observed": {expectation.item("/system/resources/compute/0", "The computing resource \"CPU\" is recorded with a capacity and a type.")},
	})
}

test_fails_when_compute_is_empty if {
	said(json.patch(complete, [{"op": "replace", "path": "/resources/compute", "value": []}])) == expectation.says({
		"violation": {expectation.item("/system/resources/compute", "The list of the computing resources of the system is recorded as empty.")},
		"observed": {expectation.item("/system/resources/hosting/0", "The hosting \"Frankfurt\" is recorded with a location and a provider.")},
	})
}

test_missing_when_hosting_is_blank if {
	said(json.patch(complete, [{"op": "remove", "path": "/resources/hosting"}])) == expectation.says({
		"missing": {expectation.item("/system/resources/hosting", "Nobody recorded the hosting of the system.")},
		"observed": {expectation.item("/system/resources/compute/0", "The computing resource \"CPU\" is recorded with a capacity and a type.")},
	})
}

test_missing_when_compute_is_blank if {
	said(json.patch(complete, [{"op": "remove", "path": "/resources/compute"}])) == expectation.says({
		"missing": {expectation.item("/system/resources/compute", "Nobody recorded the computing resources of the system.")},
		"observed": {expectation.item("/system/resources/hosting/0", "The hosting \"Frankfurt\" is recorded with a location and a provider.")},
	})
}

test_missing_when_nothing_is_recorded if {
	said({}) == expectation.says({"missing": {expectation.item("/system/lifecycle/stage", "Nobody recorded whether the system is deployed.")}})
}

test_missing_when_a_system_in_use_has_no_resources if {
	said({"lifecycle": {"stage": "pilot"}}) == expectation.says({"missing": {
		expectation.item("/system/resources/hosting", "Nobody recorded the hosting of the system."),
		expectation.item("/system/resources/compute", "Nobody recorded the computing resources of the system."),
	}})
}

test_does_not_apply_to_retired_systems if {
	said({"lifecycle": {"stage": "retired"}}) == expectation.outside({expectation.item("/system/lifecycle/stage", "The stage of the life cycle is retired; the rule concerns systems in a pilot or deployed.")})
}
