package aims.lib.reasons_test

import data.aims.lib.reasons

stages := ["", "unknown", "idea", "development", "pilot", "deployed", "retired"]

at_stage(message) := {"message": message, "at": "/system/lifecycle/stage"}

test_retired_only if {
	{stage: item | some stage in stages; item := reasons.retired(stage)} == {"retired": at_stage("The stage of the life cycle is retired; the rule concerns systems that are not.")}
}

test_not_deployed_where_the_stage_says_so if {
	{stage: item | some stage in stages; item := reasons.not_deployed(stage)} == {
		"idea": at_stage("The stage of the life cycle is idea; the rule concerns deployed systems."),
		"development": at_stage("The stage of the life cycle is development; the rule concerns deployed systems."),
		"pilot": at_stage("The stage of the life cycle is pilot; the rule concerns deployed systems."),
		"retired": at_stage("The stage of the life cycle is retired; the rule concerns deployed systems."),
	}
}

test_not_high_impact_unless_it_is if {
	answers := ["", "yes", "no", "presumed-but-not", "unknown"]
	{answer: item.message | some answer in answers; item := reasons.not_high_impact(answer)} == {
		"": "Nobody recorded whether the system is high-impact under OMB M-25-21; the rule concerns systems that are.",
		"no": "The system is recorded as not high-impact under OMB M-25-21; the rule concerns systems that are.",
		"presumed-but-not": "The system is presumed to be high-impact under OMB M-25-21, but recorded as not; the rule concerns systems that are.",
		"unknown": "Whether the system is high-impact under OMB M-25-21 is recorded as unknown; the rule concerns systems that are.",
	}
	reasons.not_high_impact("no").at == "/system/regulatory/omb/highImpact"
}
