package aims.rules.personal_data_kept_limited_test

import data.aims.lib.expectation_test as expectation
import data.aims.rules.personal_data_kept_limited as rule

said(system) := verdict if {
	verdict := rule.verdict with input as expectation.about(system) with data.params as expectation.params
}

complete := {"data": {"sets": [{"name": "ledger", "personalData": "yes", "retentionDays": 0}]}}

test_passes_with_days if {
	said(complete) == expectation.says({"observed": {expectation.item("/system/data/sets/0/retentionDays", "Personal data in the data set \"ledger\" are kept for 0 days.")}})
}

test_missing_without_days if {
	said(json.patch(complete, [{"op": "remove", "path": "/data/sets/0/retentionDays"}])) == expectation.says({"missing": {expectation.item("/system/data/sets/0/retentionDays", "Nobody recorded for how many days personal data in the data set \"ledger\" are kept.")}})
}

test_passes_without_personal_data if {
	said(json.patch(complete, [{"op": "replace", "path": "/data/sets/0/personalData", "value": "no"}])) == expectation.says({"observed": {expectation.item("/system/data/sets/0/personalData", "There are no personal data in the data set \"ledger\".")}})
}

test_missing_when_unknown if {
	said(json.patch(complete, [{"op": "replace", "path": "/data/sets/0/personalData", "value": "unknown"}])) == expectation.says({"missing": {expectation.item("/system/data/sets/0/personalData", "Whether the data set \"ledger\" holds personal data is recorded as unknown.")}})
}

test_missing_when_blank if {
	said(json.patch(complete, [{"op": "remove", "path": "/data/sets/0/personalData"}])) == expectation.says({"missing": {expectation.item("/system/data/sets/0/personalData", "Nobody recorded whether the data set \"ledger\" holds personal data.")}})
}

test_passes_without_data_sets if {
	said({"data": {"sets": []}}) == expectation.says({"observed": {expectation.item("/system/data/sets", "The list of the data sets of the system is recorded as empty: there are none.")}})
}

test_does_not_apply_to_ideas if {
	said({"lifecycle": {"stage": "idea"}}) == expectation.outside({expectation.item("/system/lifecycle/stage", "The stage of the life cycle is idea; the rule concerns systems that are built or used.")})
}

test_missing_when_nothing_is_recorded if {
	said({}) == expectation.says({"missing": {expectation.item("/system/data/sets", "Nobody recorded the data sets of the system.")}})
}

test_does_not_apply_to_retired_systems if {
	said({"lifecycle": {"stage": "retired"}}) == expectation.outside({expectation.item("/system/lifecycle/stage", "The stage of the life cycle is retired; the rule concerns systems that are built or used.")})
}
