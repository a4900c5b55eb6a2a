# What the tests of the rules share: parameters as a profile sets them, the input, and what a rule says.
package aims.lib.expectation_test

params := {
	"bias-assessment-max-age": 365,
	"hosting-comparison-max-age": 90,
	"impact-assessment-max-age": 365,
	"impact-assessment-retention-days": 1825,
	"inventory-review-max-age": 90,
	"log-retention-days": 184,
	"monitoring-max-age": 365,
	"operator-training-max-age": 730,
	"privacy-assessment-max-age": 730,
	"risk-assessment-max-age": 365,
	"risk-justification-required-from": "limited",
	"risk-treatment-required-from": "medium",
	"supplier-assessment-max-age": 365,
	"testing-max-age": 730,
	"tool-comparison-max-age": 90,
	"treatment-check-within": 90,
}

# The input of a rule about a system on 2026-11-01.
about(system) := {
	"asOf": "2026-11-01",
	"organization": {"kind": "organization", "id": "meridian-bank", "name": "Meridian Bank"},
	"system": object.union({"kind": "system", "id": "credit-scoring", "name": "Credit scoring"}, system),
	"evidence": [],
}

# The input of a rule about the organization, with summaries of its systems.
about_organization(organization, systems) := {
	"asOf": "2026-11-01",
	"organization": object.union({"kind": "organization", "id": "meridian-bank", "name": "Meridian Bank"}, organization),
	"systems": systems,
	"evidence": [],
}

item(at, message) := {"message": message, "at": at}

# The whole of what a rule says about a subject that it concerns: these sets and no others.
says(sets) := object.union({"applicable": true}, sets)

# The whole of what it says about any other.
outside(reasons) := {"applicable": false, "inapplicable": reasons}

retired := item(
	"/system/lifecycle/stage",
	"The stage of the life cycle is retired; the rule concerns systems that are not.",
)

not_deployed(stage) := item(
	"/system/lifecycle/stage",
	sprintf("The stage of the life cycle is %s; the rule concerns deployed systems.", [stage]),
)

not_high_impact(words) := item(
	"/system/regulatory/omb/highImpact",
	concat("", [words, "; the rule concerns systems that are."]),
)

# What a rule about deployed systems says where the stage does not tell.
stage_blank := says({"missing": {item("/system/lifecycle/stage", "Nobody recorded whether the system is deployed.")}})

stage_unknown := says({"missing": {item(
	"/system/lifecycle/stage",
	"Whether the system is deployed is recorded as unknown.",
)}})

# A system with a value at a path, other than which it is as it was.
with_value(system, path, value) := object.union(system, object_at(path, value))

object_at(path, value) := json.patch({}, array.concat(
	[{"op": "add", "path": array.slice(path, 0, length), "value": {}} |
		some length in numbers.range(1, count(path) - 1)
		count(path) > 1
	],
	[{"op": "add", "path": path, "value": value}],
))
