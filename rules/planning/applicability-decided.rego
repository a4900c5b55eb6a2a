# METADATA
# title: The statement of applicability decides on every control of Annex A
# description: >-
#   For each of the controls of Annex A somebody decided, with a justification, whether it applies.
# custom:
#   id: applicability-decided
#   subject: organization
#   controls: [iso42001:6.1.3]
#   severity: critical
#   remediation: >-
#     Record a decision for each control of Annex A in a file of kind decisions: control, applicable, justification,
#     decidedBy and decidedOn.
#   parameters: []
#   duty: applicability
#   states:
#     violation: >-
#       A decision is dated in the future.
#     missing: >-
#       A control of Annex A has no decision, or whether it applies is blank or unknown.
#     pending: >-
#       A decision lacks its justification, who decided, or when.
#     observed: >-
#       Decisions on controls of Annex A are recorded, with their justification.
package aims.rules.applicability_decided

import data.aims.lib.duty
import data.aims.lib.scope

annex := data.reference.iso42001.annexA

# Numbers of the decisions on controls of Annex A that say whether the control applies.
decided := {number |
	some number, decision in input.decisions
	decision.control in annex
	decision.applicable in {"yes", "no"}
}

open := [control |
	some control in annex
	not control in {input.decisions[number].control | some number in decided}
]

verdict := duty.within(scope.everyone, duty.all_of(array.concat([says], [complete(number) | some number in decided])))

says.missing contains duty.item("/decisions", sprintf(
	"Nobody decided whether %d of the %d controls of Annex A apply: %s.",
	[count(open), count(annex), duty.listing(open)],
)) if {
	count(open) > 0
}

complete(number) := duty.all_of([
	duty.recorded({
		"name": sprintf("The decision on %s", [input.decisions[number].control]),
		"record": input.decisions[number],
		"at": sprintf("/decisions/%d", [number]),
		"needs": data.reference.iso42001.decision,
	}),
	duty.dated({
		"name": input.decisions[number].control,
		"made": "decided",
		"on": object.get(input.decisions[number], "decidedOn", ""),
		"at": sprintf("/decisions/%d/decidedOn", [number]),
	}),
])
