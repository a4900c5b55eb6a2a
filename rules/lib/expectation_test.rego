# What the tests of the rules share: parameters as a profile sets them, and the whole of what a rule says.
package aims.lib.expectation_test

params := {
	"impact-assessment-max-age": 365,
	"inventory-review-max-age": 90,
	"log-retention-days": 184,
	"monitoring-max-age": 365,
	"operator-training-max-age": 730,
	"risk-justification-required-from": "limited",
	"supplier-assessment-max-age": 365,
	"testing-max-age": 730,
}

# The input of a rule about a system on 2026-11-01.
about(system) := {
	"asOf": "2026-11-01",
	"organization": {"kind": "organization", "id": "meridian-bank", "name": "Meridian Bank"},
	"system": object.union({"kind": "system", "id": "credit-scoring", "name": "Credit scoring"}, system),
	"evidence": [],
}

# Everything that a rule says: it applies, and its sets are empty but for these.
says(sets) := object.union(
	{
		"applicable": {true},
		"inapplicable": set(),
		"violation": set(),
		"stale": set(),
		"missing": set(),
		"pending": set(),
		"observed": set(),
	},
	sets,
)

# What rules say about a subject that they do not concern.
retired := {
	"message": "The stage of the life cycle is retired; the rule concerns systems that are not.",
	"at": "/system/lifecycle/stage",
}

not_deployed(stage) := {
	"message": sprintf("The stage of the life cycle is %s; the rule concerns deployed systems.", [stage]),
	"at": "/system/lifecycle/stage",
}

not_high_impact(words) := {
	"message": concat("", [words, "; the rule concerns systems that are."]),
	"at": "/system/regulatory/omb/highImpact",
}
