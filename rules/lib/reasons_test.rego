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

test_not_high_risk_says_what_is_recorded if {
	systems := {
		"blank": {},
		"low": {
			"risk": {"tier": "limited"},
			"regulatory": {"omb": {"highImpact": "no"}, "euAiAct": {"riskClass": "minimal-risk"}},
		},
		"high": {"risk": {"tier": "high"}},
	}
	{name: item | some name, system in systems; item := reasons.not_high_risk(system)} == {
		"blank": {
			"message": "Nothing recorded makes the system one of high risk (risk tier: blank, high-impact under OMB M-25-21: blank, class under the EU AI Act: blank); the rule concerns systems that are.",
			"at": "/system/risk/tier",
		},
		"low": {
			"message": "Nothing recorded makes the system one of high risk (risk tier: limited, high-impact under OMB M-25-21: no, class under the EU AI Act: minimal-risk); the rule concerns systems that are.",
			"at": "/system/risk/tier",
		},
	}
}

test_not_in_use_before_a_pilot_and_after_retirement if {
	{stage: item | some stage in stages; item := reasons.not_in_use(stage)} == {
		"": at_stage("Nobody recorded the stage of the life cycle; the rule concerns systems in a pilot or deployed."),
		"unknown": at_stage("The stage of the life cycle is unknown; the rule concerns systems in a pilot or deployed."),
		"idea": at_stage("The stage of the life cycle is idea; the rule concerns systems in a pilot or deployed."),
		"development": at_stage("The stage of the life cycle is development; the rule concerns systems in a pilot or deployed."),
		"retired": at_stage("The stage of the life cycle is retired; the rule concerns systems in a pilot or deployed."),
	}
}

test_not_begun_as_an_idea_and_once_retired if {
	{stage: item | some stage in stages; item := reasons.not_begun(stage)} == {
		"idea": at_stage("The stage of the life cycle is idea; the rule concerns systems that are built or used."),
		"retired": at_stage("The stage of the life cycle is retired; the rule concerns systems that are built or used."),
	}
}

test_not_retired_at_any_other_stage if {
	{stage: item | some stage in ["", "unknown", "deployed", "retired"]; item := reasons.not_retired(stage)} == {
		"": at_stage("Nobody recorded the stage of the life cycle; the rule concerns retired systems."),
		"unknown": at_stage("The stage of the life cycle is unknown; the rule concerns retired systems."),
		"deployed": at_stage("The stage of the life cycle is deployed; the rule concerns retired systems."),
	}
}

at_decisions(message) := {"message": message, "at": "/system/decisions/automation"}

undecided(words) := at_decisions(sprintf("How far the system decides is %s; the rule concerns systems that decide, or may decide about people.", [words]))

test_not_deciding if {
	decisions := {
		"informs": {"automation": "informs", "aboutPeople": "yes"},
		"recommends": {"automation": "recommends"},
		"decides": {"automation": "decides", "aboutPeople": "no"},
		"blank": {},
		"blank, about people": {"aboutPeople": "yes"},
		"blank, not about people": {"aboutPeople": "no"},
		"unknown": {"automation": "unknown"},
		"unknown, about people": {"automation": "unknown", "aboutPeople": "yes"},
		"both unknown": {"automation": "unknown", "aboutPeople": "unknown"},
	}
	{name: item | some name, each in decisions; item := reasons.not_deciding(each)} == {
		"informs": at_decisions("How far the system decides is recorded as informs; the rule concerns systems that decide."),
		"recommends": at_decisions("How far the system decides is recorded as recommends; the rule concerns systems that decide."),
		"blank": undecided("not recorded, and nobody recorded whether it decides about people"),
		"blank, not about people": undecided("not recorded, and whether it decides about people is recorded as no"),
		"unknown": undecided("recorded as unknown, and nobody recorded whether it decides about people"),
		"both unknown": undecided("recorded as unknown, and whether it decides about people is recorded as unknown"),
	}
}

test_not_tiered_without_a_tier if {
	{tier: item | some tier in ["", "unknown", "minimal", "high"]; item := reasons.not_tiered(tier)} == {
		"": {"message": "Nobody recorded the risk tier; the rule concerns systems with a risk tier.", "at": "/system/risk/tier"},
		"unknown": {
			"message": "The risk tier is recorded as unknown; the rule concerns systems with a risk tier.",
			"at": "/system/risk/tier",
		},
	}
}

test_purchased_only if {
	{acquisition: item | some acquisition in ["", "unknown", "in-house", "mixed", "purchased"]; item := reasons.purchased(acquisition)} == {"purchased": {
		"message": "The system is recorded as purchased; the rule concerns systems that the organization makes.",
		"at": "/system/acquisition",
	}}
}

test_no_personal_data_only_where_that_is_recorded if {
	{answer: item | some answer in ["", "unknown", "yes", "no"]; item := reasons.no_personal_data(answer)} == {"no": {
		"message": "Personal data are recorded as not processed; the rule concerns systems that process them.",
		"at": "/system/data/personalData",
	}}
}

test_not_supplied_without_a_supplier_and_not_purchased if {
	systems := {
		"blank": {},
		"in-house": {"acquisition": "in-house", "suppliers": []},
		"with a supplier": {"acquisition": "in-house", "suppliers": [{"name": "Model Works"}]},
		"purchased": {"acquisition": "purchased"},
		"mixed": {"acquisition": "mixed"},
	}
	item := {
		"message": "No supplier is recorded, and the system is not recorded as purchased; the rule concerns what others supply.",
		"at": "/system/suppliers",
	}
	{name: reason | some name, system in systems; reason := reasons.not_supplied(system)} == {"blank": item, "in-house": item}
}

test_not_making_where_only_other_roles_are_recorded if {
	roles := {
		"none": set(),
		"user": {"user"},
		"two": {"user", "customer"},
		"provider": {"user", "provider"},
		"producer": {"producer"},
	}
	{name: item | some name, each in roles; item := reasons.not_making(each)} == {
		"user": {"message": "The roles towards AI systems are recorded as user; the rule concerns providers and producers.", "at": "/organization/aiRoles"},
		"two": {"message": "The roles towards AI systems are recorded as customer, user; the rule concerns providers and producers.", "at": "/organization/aiRoles"},
	}
}
