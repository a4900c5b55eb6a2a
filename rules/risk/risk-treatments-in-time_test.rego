package aims.rules.risk_treatments_in_time_test

import data.aims.lib.expectation_test as expectation
import data.aims.rules.risk_treatments_in_time as rule

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
						"due": "2026-10-31",
						"extension": {"until": "2026-11-30", "approvedBy": "Risk Committee", "reason": "Data arrive late."},
					},
				],
			},
		],
	},
}

test_passes_with_an_extension if {
	said(complete) == expectation.says({"observed": {expectation.item("/system/risk/register/0/treatments/0", "The treatment \"Rebalance\" of the risk \"Unequal refusals\" is due on 2026-11-30, which has not passed on 2026-11-01.")}})
}

test_fails_when_overdue if {
	said(json.patch(complete, [{"op": "remove", "path": "/risk/register/0/treatments/0/extension"}])) == expectation.says({"violation": {expectation.item("/system/risk/register/0/treatments/0", "The treatment \"Rebalance\" of the risk \"Unequal refusals\" was due on 2026-10-31 and is not done; no reason is recorded.")}})
}

test_passes_when_due_today if {
	said(json.patch(complete, [
		{
			"op": "replace",
			"path": "/risk/register/0/treatments/0",
			"value": {"what": "Rebalance", "due": "2026-11-01"},
		},
	])) == expectation.says({"observed": {expectation.item("/system/risk/register/0/treatments/0", "The treatment \"Rebalance\" of the risk \"Unequal refusals\" is due on 2026-11-01, which has not passed on 2026-11-01.")}})
}

test_passes_when_done if {
	said(json.patch(complete, [
		{
			"op": "replace",
			"path": "/risk/register/0/treatments/0",
			"value": {"what": "Rebalance", "due": "2026-10-31", "doneOn": "2026-10-01"},
		},
	])) == expectation.says({"observed": {expectation.item("/system/risk/register/0/treatments/0", "The treatment \"Rebalance\" of the risk \"Unequal refusals\" was done on 2026-10-01.")}})
}

test_fails_when_done_in_the_future if {
	said(json.patch(complete, [
		{
			"op": "replace",
			"path": "/risk/register/0/treatments/0",
			"value": {"what": "Rebalance", "doneOn": "2026-11-02"},
		},
	])) == expectation.says({"violation": {expectation.item("/system/risk/register/0/treatments/0", "The treatment \"Rebalance\" of the risk \"Unequal refusals\" is recorded as done on 2026-11-02, which lies in the future of 2026-11-01.")}})
}

test_fails_when_the_extension_ran_out if {
	said(json.patch(complete, [
		{
			"op": "replace",
			"path": "/risk/register/0/treatments/0/extension/until",
			"value": "2026-10-31",
		},
	])) == expectation.says({"violation": {expectation.item("/system/risk/register/0/treatments/0", "The treatment \"Rebalance\" of the risk \"Unequal refusals\" was due on 2026-10-31 and is not done; no reason is recorded.")}})
}

test_passes_on_the_last_day_of_the_extension if {
	said(json.patch(complete, [
		{
			"op": "replace",
			"path": "/risk/register/0/treatments/0/extension/until",
			"value": "2026-11-01",
		},
	])) == expectation.says({"observed": {expectation.item("/system/risk/register/0/treatments/0", "The treatment \"Rebalance\" of the risk \"Unequal refusals\" is due on 2026-11-01, which has not passed on 2026-11-01.")}})
}

test_fails_when_the_extension_is_not_approved if {
	said(json.patch(complete, [{"op": "remove", "path": "/risk/register/0/treatments/0/extension/approvedBy"}])) == expectation.says({
		"violation": {expectation.item("/system/risk/register/0/treatments/0", "The treatment \"Rebalance\" of the risk \"Unequal refusals\" was due on 2026-10-31 and is not done; no reason is recorded.")},
		"pending": {expectation.item("/system/risk/register/0/treatments/0/extension", "The treatment \"Rebalance\" of the risk \"Unequal refusals\" has an extension that is recorded without an approval.")},
	})
}

test_fails_when_the_extension_has_no_reason if {
	said(json.patch(complete, [{"op": "remove", "path": "/risk/register/0/treatments/0/extension/reason"}])) == expectation.says({
		"violation": {expectation.item("/system/risk/register/0/treatments/0", "The treatment \"Rebalance\" of the risk \"Unequal refusals\" was due on 2026-10-31 and is not done; no reason is recorded.")},
		"pending": {expectation.item("/system/risk/register/0/treatments/0/extension", "The treatment \"Rebalance\" of the risk \"Unequal refusals\" has an extension that is recorded without a reason.")},
	})
}

test_fails_when_the_extension_has_no_end if {
	said(json.patch(complete, [{"op": "remove", "path": "/risk/register/0/treatments/0/extension/until"}])) == expectation.says({
		"violation": {expectation.item("/system/risk/register/0/treatments/0", "The treatment \"Rebalance\" of the risk \"Unequal refusals\" was due on 2026-10-31 and is not done; no reason is recorded.")},
		"pending": {expectation.item("/system/risk/register/0/treatments/0/extension", "The treatment \"Rebalance\" of the risk \"Unequal refusals\" has an extension that is recorded without a last day.")},
	})
}

test_pending_while_an_incomplete_extension_is_not_needed if {
	said(json.patch(complete, [
		{"op": "replace", "path": "/risk/register/0/treatments/0/due", "value": "2026-12-01"},
		{"op": "remove", "path": "/risk/register/0/treatments/0/extension/approvedBy"},
	])) == expectation.says({
		"pending": {expectation.item("/system/risk/register/0/treatments/0/extension", "The treatment \"Rebalance\" of the risk \"Unequal refusals\" has an extension that is recorded without an approval.")},
		"observed": {expectation.item("/system/risk/register/0/treatments/0", "The treatment \"Rebalance\" of the risk \"Unequal refusals\" is due on 2026-12-01, which has not passed on 2026-11-01.")},
	})
}

test_missing_without_a_day if {
	said(json.patch(complete, [
		{
			"op": "replace",
			"path": "/risk/register/0/treatments/0",
			"value": {"what": "Rebalance"},
		},
	])) == expectation.says({"missing": {expectation.item("/system/risk/register/0/treatments/0", "The treatment \"Rebalance\" of the risk \"Unequal refusals\" is not done, and nobody recorded by when it is due.")}})
}

test_names_what_has_no_words if {
	said({"risk": {"register": [{"treatments": [{"due": "2026-12"}]}]}}) == expectation.says({"observed": {expectation.item("/system/risk/register/0/treatments/0", "The treatment \"without words\" of the risk \"without a name\" is due in 2026-12, which has not passed on 2026-11-01.")}})
}

test_passes_when_nothing_is_treated if {
	said({"risk": {"register": [{"title": "Slow answers"}]}}) == expectation.says({"observed": {expectation.item("/system/risk/register", "No treatment is recorded for any of the risks.")}})
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
