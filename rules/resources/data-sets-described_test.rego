package aims.rules.data_sets_described_test

import data.aims.lib.expectation_test as expectation
import data.aims.rules.data_sets_described as rule

said(system) := verdict if {
	verdict := rule.verdict with input as expectation.about(system) with data.params as expectation.params
}

complete := {
	"data": {
		"sets": [
			{
				"name": "ledger",
				"owner": "Ada",
				"origin": "Core banking",
				"licence": "Own",
				"purpose": "Training",
				"updatedOn": "2026-02",
			},
		],
	},
}

test_passes_when_described if {
	said(complete) == expectation.says({"observed": {expectation.item("/system/data/sets/0", "The data set \"ledger\" is recorded with a licence, an origin, an owner, a purpose and the day of the last update.")}})
}

test_passes_without_data_sets if {
	said({"data": {"sets": []}}) == expectation.says({"observed": {expectation.item("/system/data/sets", "The list of the data sets of the system is recorded as empty: there are none.")}})
}

test_pending_without_owner if {
	said(json.patch(complete, [{"op": "remove", "path": "/data/sets/0/owner"}])) == expectation.says({"pending": {expectation.item("/system/data/sets/0", "The data set \"ledger\" is recorded without an owner.")}})
}

test_pending_without_origin if {
	said(json.patch(complete, [{"op": "remove", "path": "/data/sets/0/origin"}])) == expectation.says({"pending": {expectation.item("/system/data/sets/0", "The data set \"ledger\" is recorded without an origin.")}})
}

test_pending_without_licence if {
	said(json.patch(complete, [{"op": "remove", "path": "/data/sets/0/licence"}])) == expectation.says({"pending": {expectation.item("/system/data/sets/0", "The data set \"ledger\" is recorded without a licence.")}})
}

test_pending_without_purpose if {
	said(json.patch(complete, [{"op": "remove", "path": "/data/sets/0/purpose"}])) == expectation.says({"pending": {expectation.item("/system/data/sets/0", "The data set \"ledger\" is recorded without a purpose.")}})
}

test_pending_without_updatedon if {
	said(json.patch(complete, [{"op": "remove", "path": "/data/sets/0/updatedOn"}])) == expectation.says({"pending": {expectation.item("/system/data/sets/0", "The data set \"ledger\" is recorded without the day of the last update.")}})
}

test_looks_at_each_data_set if {
	said({
		"data": {
			"sets": [
				{
					"name": "ledger",
					"owner": "Ada",
					"origin": "Core banking",
					"licence": "Own",
					"purpose": "Training",
					"updatedOn": "2026-02",
				},
				{"name": "bureau"},
			],
		},
	}) == expectation.says({
		"pending": {expectation.item("/system/data/sets/1", "The data set \"bureau\" is recorded without a licence, an origin, an owner, a purpose and the day of the last update.")},
		"observed": {expectation.item("/system/data/sets/0", "The data set \"ledger\" is recorded with a licence, an origin, an owner, a purpose and the day of the last update.")},
	})
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
