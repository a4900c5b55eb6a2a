# What the tests of the rules share: parameters as a profile sets them, the input, and what a rule says.
package aims.lib.expectation_test

params := {
	"ai-policy-max-age": 730,
	"ai-policy-review-max-age": 365,
	"awareness-max-age": 365,
	"awareness-share": 90,
	"competence-max-age": 730,
	"concern-channel-test-max-age": 365,
	"concern-procedure-max-age": 730,
	"context-review-max-age": 365,
	"high-impact-waiver-max-age": 365,
	"impact-assessment-max-age": 365,
	"impact-method-max-age": 730,
	"interested-parties-review-max-age": 365,
	"bias-assessment-max-age": 365,
	"hosting-comparison-max-age": 90,
	"impact-assessment-max-age": 365,
	"impact-assessment-retention-days": 1825,
	"inventory-review-max-age": 90,
	"log-retention-days": 184,
	"management-decision-max-age": 365,
	"management-interview-max-age": 365,
	"documentation-max-age": 365,
	"feedback-max-age": 365,
	"guardrails-max-age": 365,
	"impact-assessment-max-age": 365,
	"incident-decision-days": 3,
	"incident-notification-days": 15,
	"inventory-review-max-age": 90,
	"log-retention-days": 184,
	"log-sample-max-age": 90,
	"logging-configuration-max-age": 365,
	"monitoring-interval-max": 90,
	"audit-cycle-days": 1095,
	"control-test-max-age": 365,
	"customer-feedback-review-max-age": 365,
	"data-procedure-max-age": 365,
	"development-procedure-max-age": 365,
	"impact-assessment-max-age": 365,
	"impact-procedure-max-age": 365,
	"improvement-max-age": 365,
	"incident-plan-max-age": 365,
	"internal-audit-max-age": 365,
	"inventory-review-max-age": 90,
	"log-retention-days": 184,
	"management-review-max-age": 365,
	"monitoring-max-age": 365,
	"objective-result-max-age": 180,
	"operator-training-max-age": 730,
	"policy-acknowledgement-max-age": 365,
	"policy-acknowledgement-share": 90,
	"policy-consistency-max-age": 365,
	"resource-decision-max-age": 365,
	"risk-criteria-max-age": 730,
	"outside-report-review-max-age": 180,
	"review-enforcement-check-max-age": 180,
	"risk-justification-required-from": "limited",
	"risk-treatment-required-from": "medium",
	"oversight-required-from": "high",
	"oversight-review-max-age": 365,
	"retirement-notice-days": 30,
	"risk-justification-required-from": "limited",
	"rollback-max-age": 365,
	"security-test-max-age": 365,
	"supplier-assessment-max-age": 365,
	"testing-max-age": 730,
	"use-objective-max-age": 365,
	"user-information-max-age": 365,
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

# Likewise, with other parts of the input, such as evidence and decisions.
about_organization_with(organization, parts) := object.union(about_organization(organization, []), parts)

# An evidence record that has nothing wrong with it, but for what is given.
approved_record(fields) := object.union(
	{
		"id": "record-2026",
		"title": "Record of 2026",
		"path": "records/2026.md",
		"fileState": "matches",
		"state": "approved",
		"effectiveFrom": "2026-03-10",
	},
	fields,
)

# All that a rule says, from lines of a set, a place and a message.
says_all(lines) := says({set: items |
	some [set, _, _] in lines
	items := {item(at, message) | some [other, at, message] in lines; other == set}
})

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
