package aims.lib.deployment_test

import data.aims.lib.deployment

stages := ["", "unknown", "idea", "development", "pilot", "deployed", "retired"]

test_undetermined_where_the_stage_does_not_tell if {
	{stage: item | some stage in stages; item := deployment.undetermined(stage)} == {
		"": {"message": "Nobody recorded whether the system is deployed.", "at": "/system/lifecycle/stage"},
		"unknown": {
			"message": "Whether the system is deployed is recorded as unknown.",
			"at": "/system/lifecycle/stage",
		},
	}
}

test_possible_when_deployed_or_undetermined if {
	{stage | some stage in stages; deployment.possible(stage)} == {"", "unknown", "deployed"}
}
