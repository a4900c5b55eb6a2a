package aims.rules.risk_dimensions_covered_test

import data.aims.lib.expectation_test as expectation
import data.aims.rules.risk_dimensions_covered as rule

said(system) := verdict if {
	verdict := rule.verdict with input as expectation.about(system) with data.params as expectation.params
}

complete := {
	"risk": {
		"register": [
			{"title": "bias", "dimension": "bias"},
			{"title": "drift", "dimension": "drift"},
			{"title": "security", "dimension": "security"},
			{"title": "transparency", "dimension": "transparency"},
			{"title": "regulatory", "dimension": "regulatory"},
		],
	},
}

test_passes_when_all_are_covered if {
	said(complete) == expectation.says({"observed": {expectation.item("/system/risk/register", "The risk register covers all that it has to: bias, performance drift, regulatory breach, security and transparency.")}})
}

test_pending_without_bias if {
	said(json.patch(complete, [{"op": "remove", "path": "/risk/register/0"}])) == expectation.says({"pending": {expectation.item("/system/risk/register", "The risk register does not cover bias.")}})
}

test_pending_without_drift if {
	said(json.patch(complete, [{"op": "remove", "path": "/risk/register/1"}])) == expectation.says({"pending": {expectation.item("/system/risk/register", "The risk register does not cover performance drift.")}})
}

test_pending_without_security if {
	said(json.patch(complete, [{"op": "remove", "path": "/risk/register/2"}])) == expectation.says({"pending": {expectation.item("/system/risk/register", "The risk register does not cover security.")}})
}

test_pending_without_transparency if {
	said(json.patch(complete, [{"op": "remove", "path": "/risk/register/3"}])) == expectation.says({"pending": {expectation.item("/system/risk/register", "The risk register does not cover transparency.")}})
}

test_pending_without_regulatory if {
	said(json.patch(complete, [{"op": "remove", "path": "/risk/register/4"}])) == expectation.says({"pending": {expectation.item("/system/risk/register", "The risk register does not cover regulatory breach.")}})
}

test_pending_when_a_risk_has_no_dimension if {
	said(json.patch(complete, [{"op": "replace", "path": "/risk/register/0", "value": {"title": "Bias"}}])) == expectation.says({"pending": {expectation.item("/system/risk/register", "The risk register does not cover bias.")}})
}

test_pending_when_the_register_is_empty if {
	said({"risk": {"register": []}}) == expectation.says({"pending": {expectation.item("/system/risk/register", "The risk register does not cover bias, performance drift, regulatory breach, security and transparency.")}})
}

test_asks_for_privacy_with_personal_data if {
	said(json.patch(complete, [{"op": "add", "path": "/data", "value": {"personalData": "yes"}}])) == expectation.says({"pending": {expectation.item("/system/risk/register", "The risk register does not cover privacy.")}})
}

test_passes_without_personal_data if {
	said(json.patch(complete, [{"op": "add", "path": "/data", "value": {"personalData": "no"}}])) == expectation.says({"observed": {expectation.item("/system/risk/register", "The risk register covers all that it has to: bias, performance drift, regulatory breach, security and transparency.")}})
}

test_asks_for_safety_at_high_risk if {
	said(json.patch(complete, [{"op": "add", "path": "/risk/tier", "value": "high"}])) == expectation.says({"pending": {expectation.item("/system/risk/register", "The risk register does not cover safety.")}})
}

test_asks_for_misuse_where_misuses_are_listed if {
	said(json.patch(complete, [{"op": "add", "path": "/purpose", "value": {"unintendedUses": ["Mortgages"]}}])) == expectation.says({"pending": {expectation.item("/system/risk/register", "The risk register does not cover misuse.")}})
}

test_passes_where_no_misuse_is_listed if {
	said(json.patch(complete, [{"op": "add", "path": "/purpose", "value": {"unintendedUses": []}}])) == expectation.says({"observed": {expectation.item("/system/risk/register", "The risk register covers all that it has to: bias, performance drift, regulatory breach, security and transparency.")}})
}

test_passes_with_all_eight if {
	said({
		"risk": {
			"tier": "high",
			"register": [
				{"dimension": "bias"},
				{"dimension": "drift"},
				{"dimension": "security"},
				{"dimension": "transparency"},
				{"dimension": "regulatory"},
				{"dimension": "privacy"},
				{"dimension": "safety"},
				{"dimension": "misuse"},
			],
		},
		"data": {"personalData": "yes"},
		"purpose": {"unintendedUses": ["Mortgages"]},
	}) == expectation.says({"observed": {expectation.item("/system/risk/register", "The risk register covers all that it has to: bias, performance drift, misuse, privacy, regulatory breach, safety, security and transparency.")}})
}

test_does_not_apply_to_ideas if {
	said({"lifecycle": {"stage": "idea"}}) == expectation.outside({expectation.item("/system/lifecycle/stage", "The stage of the life cycle is idea; the rule concerns systems that are built or used.")})
}

test_missing_when_nothing_is_recorded if {
	said({}) == expectation.says({"missing": {expectation.item("/system/risk/register", "The risk register: nobody recorded what it covers.")}})
}

test_does_not_apply_to_retired_systems if {
	said({"lifecycle": {"stage": "retired"}}) == expectation.outside({expectation.item("/system/lifecycle/stage", "The stage of the life cycle is retired; the rule concerns systems that are built or used.")})
}
