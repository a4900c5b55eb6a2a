package aims.rules.risk_treatments_effective_test

import data.aims.lib.expectation_test as expectation
import data.aims.rules.risk_treatments_effective as rule

said(system) := verdict if {
	verdict := rule.verdict with input as expectation.about(system) with data.params as expectation.params
}

complete := {
	"risk": {
		"register": [
			{
				"title": "Unequal refusals",
				"treatments": [
					{
						"what": "Rebalance",
						"doneOn": "2026-08-01",
						"effectiveness": {"checkedOn": "2026-10-01", "by": "Group Audit", "result": "effective"},
					},
				],
			},
		],
	},
}

test_passes_when_effective if {
	said(complete) == expectation.says({"observed": {expectation.item("/system/risk/register/0/treatments/0/effectiveness", "The treatment \"Rebalance\" of the risk \"Unequal refusals\" was found effective on 2026-10-01, by Group Audit; the limit is 90 days.")}})
}

test_fails_when_not_effective if {
	said(json.patch(complete, [
		{
			"op": "replace",
			"path": "/risk/register/0/treatments/0/effectiveness/result",
			"value": "not-effective",
		},
	])) == expectation.says({"violation": {expectation.item("/system/risk/register/0/treatments/0/effectiveness/result", "The treatment \"Rebalance\" of the risk \"Unequal refusals\" was found not effective.")}})
}

test_fails_when_not_effective_whatever_is_blank if {
	said(json.patch(complete, [
		{
			"op": "replace",
			"path": "/risk/register/0/treatments/0/effectiveness",
			"value": {"result": "not-effective"},
		},
	])) == expectation.says({"violation": {expectation.item("/system/risk/register/0/treatments/0/effectiveness/result", "The treatment \"Rebalance\" of the risk \"Unequal refusals\" was found not effective.")}})
}

test_pending_when_the_result_is_unknown if {
	said(json.patch(complete, [
		{
			"op": "replace",
			"path": "/risk/register/0/treatments/0/effectiveness/result",
			"value": "unknown",
		},
	])) == expectation.says({"pending": {expectation.item("/system/risk/register/0/treatments/0/effectiveness", "The treatment \"Rebalance\" of the risk \"Unequal refusals\" is checked without a result.")}})
}

test_pending_without_a_day if {
	said(json.patch(complete, [{"op": "remove", "path": "/risk/register/0/treatments/0/effectiveness/checkedOn"}])) == expectation.says({"pending": {expectation.item("/system/risk/register/0/treatments/0/effectiveness", "The treatment \"Rebalance\" of the risk \"Unequal refusals\" is checked without a day.")}})
}

test_pending_without_who_checked if {
	said(json.patch(complete, [{"op": "remove", "path": "/risk/register/0/treatments/0/effectiveness/by"}])) == expectation.says({"pending": {expectation.item("/system/risk/register/0/treatments/0/effectiveness", "The treatment \"Rebalance\" of the risk \"Unequal refusals\" is checked without who checked.")}})
}

test_fails_when_checked_before_it_was_done if {
	said(json.patch(complete, [
		{
			"op": "replace",
			"path": "/risk/register/0/treatments/0/effectiveness/checkedOn",
			"value": "2026-07-31",
		},
	])) == expectation.says({"violation": {expectation.item("/system/risk/register/0/treatments/0/effectiveness/checkedOn", "The treatment \"Rebalance\" of the risk \"Unequal refusals\" is checked on 2026-07-31, which does not lie between 2026-08-01 and 2026-11-01.")}})
}

test_passes_when_checked_on_the_same_day if {
	said(json.patch(complete, [
		{
			"op": "replace",
			"path": "/risk/register/0/treatments/0/effectiveness/checkedOn",
			"value": "2026-08-01",
		},
	])) == expectation.says({"observed": {expectation.item("/system/risk/register/0/treatments/0/effectiveness", "The treatment \"Rebalance\" of the risk \"Unequal refusals\" was found effective on 2026-08-01, by Group Audit; the limit is 90 days.")}})
}

test_fails_when_checked_in_the_future if {
	said(json.patch(complete, [
		{
			"op": "replace",
			"path": "/risk/register/0/treatments/0/effectiveness/checkedOn",
			"value": "2026-11-02",
		},
	])) == expectation.says({"violation": {expectation.item("/system/risk/register/0/treatments/0/effectiveness/checkedOn", "The treatment \"Rebalance\" of the risk \"Unequal refusals\" is checked on 2026-11-02, which does not lie between 2026-08-01 and 2026-11-01.")}})
}

test_missing_when_not_checked_within_the_limit if {
	said(json.patch(complete, [
		{"op": "replace", "path": "/risk/register/0/treatments/0/doneOn", "value": "2026-08-02"},
		{"op": "remove", "path": "/risk/register/0/treatments/0/effectiveness"},
	])) == expectation.says({"missing": {expectation.item("/system/risk/register/0/treatments/0/effectiveness", "The treatment \"Rebalance\" of the risk \"Unequal refusals\" was done on 2026-08-02, and nobody checked within 90 days whether it works.")}})
}

test_pending_on_the_last_day_of_the_limit if {
	said(json.patch(complete, [
		{"op": "replace", "path": "/risk/register/0/treatments/0/doneOn", "value": "2026-08-03"},
		{"op": "remove", "path": "/risk/register/0/treatments/0/effectiveness"},
	])) == expectation.says({"pending": {expectation.item("/system/risk/register/0/treatments/0/effectiveness", "The treatment \"Rebalance\" of the risk \"Unequal refusals\" was done on 2026-08-03; whether it works has to be checked within 90 days.")}})
}

test_missing_when_the_day_cannot_be_read if {
	said(json.patch(complete, [{"op": "replace", "path": "/risk/register/0/treatments/0/doneOn", "value": "soon"}])) == expectation.says({"missing": {expectation.item("/system/risk/register/0/treatments/0/doneOn", "The treatment \"Rebalance\" of the risk \"Unequal refusals\" is done on a day that cannot be read: soon.")}})
}

test_passes_when_nothing_is_done if {
	said(json.patch(complete, [{"op": "remove", "path": "/risk/register/0/treatments/0/doneOn"}])) == expectation.says({"observed": {expectation.item("/system/risk/register", "No treatment is recorded as done, which would have to be checked within 90 days.")}})
}

test_passes_when_there_are_no_risks if {
	said({"risk": {"register": []}}) == expectation.says({"observed": {expectation.item("/system/risk/register", "The list of the risks of the system is recorded as empty: there are none.")}})
}

test_missing_when_nothing_is_recorded if {
	said({}) == expectation.says({"missing": {expectation.item("/system/risk/register", "Nobody recorded the risks of the system.")}})
}

test_does_not_apply_to_retired_systems if {
	said({"lifecycle": {"stage": "retired"}}) == expectation.outside({expectation.retired})
}

test_says_nothing_without_the_parameter if {
	not rule.verdict with input as expectation.about(complete)
		with data.params as {}
}
