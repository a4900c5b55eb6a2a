package aims.rules.high_impact_public_notice_test

import data.aims.lib.expectation_test as expectation
import data.aims.rules.high_impact_public_notice as rule

said(system) := verdict if {
	verdict := rule.verdict with input as expectation.about(system) with data.params as expectation.params
}

withheld(answer) := {"lifecycle": {"stage": "deployed"}, "regulatory": {"omb": {"highImpact": "yes", "withheld": answer}}}

says(set, text) := expectation.says({set: {expectation.item("/system/regulatory/omb/withheld", text)}})

test_every_answer if {
	said(withheld("no")) == says("observed", "The entry is published in the inventory.")
	said(withheld("disclosure-risk")) == says("observed", "The entry is withheld from the public inventory because publishing it would do harm.")
	said(withheld("prohibited-by-law")) == says("observed", "The entry is withheld from the public inventory because a law forbids publishing it.")
	said(withheld("other")) == says("pending", "The entry is withheld from the public inventory on another ground than harm by disclosure or a law that forbids it; somebody has to judge it.")
}

test_blank if {
	said(json.remove(withheld("no"), ["regulatory/omb/withheld"])) == says("missing", "Nobody recorded whether the entry is withheld from the public inventory.")
}

test_concerns_deployed_high_impact_systems if {
	pilot := object.union(withheld("no"), {"lifecycle": {"stage": "pilot"}})
	said(pilot) == expectation.outside({expectation.not_deployed("pilot")})
	said(json.remove(withheld("no"), ["regulatory"])) == expectation.outside({expectation.not_high_impact("Nobody recorded whether the system is high-impact under OMB M-25-21")})
	said(json.remove(withheld("no"), ["lifecycle"])) == expectation.stage_blank
	said(object.union(withheld("no"), {"lifecycle": {"stage": "unknown"}})) == expectation.stage_unknown
}
