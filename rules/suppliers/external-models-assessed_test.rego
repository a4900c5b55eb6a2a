package aims.rules.external_models_assessed_test

import data.aims.lib.expectation_test as expectation
import data.aims.rules.external_models_assessed as rule

said(system) := verdict if {
	verdict := rule.verdict with input as expectation.about(system) with data.params as expectation.params
}

concerned := {"lifecycle": {"stage": "deployed"}, "suppliers": [{"name": "Halden Voice", "assessment": {"state": "done"}}, {"name": "Bureau", "assessment": {"state": "in-progress"}}, {"name": "Third"}]}

said_of(recorded) := said(object.union(concerned, recorded))

test_passes_when_assessed_or_own if {
	said_of({"models": [{"name": "Voice", "origin": "supplier", "supplier": "Halden Voice"}, {"name": "Voice", "origin": "open-source", "supplier": "Halden Voice"}, {"name": "Own", "origin": "in-house"}, {"name": "Tuned", "origin": "in-house", "supplier": "Halden Voice"}, {"name": "Tuned too", "origin": "in-house", "supplier": "Bureau"}]}) == expectation.says({"observed": {
		expectation.item("/system/models/0", "The model \"Voice\" comes from Halden Voice, who is assessed."),
		expectation.item("/system/models/1", "The model \"Voice\" comes from Halden Voice, who is assessed."),
		expectation.item("/system/models/2", "The model \"Own\" was made by the organization."),
		expectation.item("/system/models/3", "The model \"Tuned\" was made by the organization."),
		expectation.item("/system/models/4", "The model \"Tuned too\" was made by the organization."),
	}})
	said_of({"models": []}) == expectation.says({"observed": {expectation.item(
		"/system/models",
		"The list of models is recorded as empty: there are none.",
	)}})
}

test_pending_when_not_assessed if {
	said_of({"models": [{"name": "Voice", "origin": "supplier", "supplier": "Bureau"}, {"name": "Voice", "origin": "supplier", "supplier": "Third"}, {"name": "Voice", "origin": "open-source", "supplier": "Bureau"}]}) == expectation.says({"pending": {
		expectation.item("/system/models/0", "The model \"Voice\" comes from Bureau, who is not assessed."),
		expectation.item("/system/models/1", "The model \"Voice\" comes from Third, who is not assessed."),
		expectation.item("/system/models/2", "The model \"Voice\" comes from Bureau, who is not assessed."),
	}})
}

test_missing_when_blank if {
	said_of({}) == expectation.says({"missing": {expectation.item(
		"/system/models",
		"Nobody recorded the models.",
	)}})
	said_of({"models": [{}]}) == expectation.says({"missing": {expectation.item(
		"/system/models/0",
		"The model without a name has no recorded origin.",
	)}})
	said_of({"models": [{"name": "X", "origin": "unknown"}, {"name": "Y", "origin": "open-source"}, {"name": "Voice", "origin": "supplier", "supplier": "Nobody"}]}) == expectation.says({"missing": {
		expectation.item("/system/models/0", "The model \"X\" has no recorded origin."),
		expectation.item("/system/models/1", "The model \"Y\" comes from others, but its supplier is not listed."),
		expectation.item("/system/models/2", "The model \"Voice\" comes from others, but its supplier is not listed."),
	}})
	said_of({"models": [{"name": "Voice", "origin": "supplier", "supplier": "Halden Voice"}], "suppliers": []}) == expectation.says({"missing": {expectation.item(
		"/system/models/0",
		"The model \"Voice\" comes from others, but its supplier is not listed.",
	)}})
}

test_concerns_systems_that_are_not_retired if {
	said_of({"lifecycle": {"stage": "retired"}}) == expectation.outside({expectation.retired})
}
