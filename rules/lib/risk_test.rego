package aims.lib.risk_test

import data.aims.lib.risk

test_high_by_any_measure if {
	every system in [
		{"risk": {"tier": "high"}},
		{"risk": {"tier": "unacceptable"}},
		{"risk": {"tier": "minimal"}, "regulatory": {"omb": {"highImpact": "yes"}}},
		{"regulatory": {"euAiAct": {"riskClass": "high-risk"}}},
	] {
		risk.high(system)
	}
}

test_not_high_otherwise_blank_and_unknown_among_them if {
	every system in [
		{},
		{"risk": {"tier": "limited"}, "regulatory": {"omb": {"highImpact": "no"}, "euAiAct": {"riskClass": "minimal"}}},
		{
			"risk": {"tier": "unknown"},
			"regulatory": {"omb": {"highImpact": "unknown"}, "euAiAct": {"riskClass": "unknown"}},
		},
		{"regulatory": {"omb": {"highImpact": "presumed-but-not"}}},
	] {
		not risk.high(system)
	}
}

test_lower_is_what_is_not_high if {
	lower := risk.lower with input.system as {"risk": {"tier": "limited"}}
	lower == true
	blank := risk.lower with input.system as {}
	blank == true
	high := risk.lower with input.system as {"risk": {"tier": "high"}}
	high == false
}
