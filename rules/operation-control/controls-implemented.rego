# METADATA
# title: Controls that apply are implemented
# description: >-
#   The decision on each control that applies says how far the control got, and it is implemented.
# custom:
#   id: controls-implemented
#   subject: organization
#   controls: [iso42001:8.1]
#   severity: high
#   remediation: >-
#     Put the control into operation, and record under state of its decision how far it got: planned, in-progress,
#     implemented or not-implemented.
#   parameters: []
#   duty: implementation
#   states:
#     violation: >-
#       A control that applies is recorded as not implemented.
#     missing: >-
#       No control applies by any decision, or nobody recorded how far a control that applies got.
#     pending: >-
#       A control that applies is planned or in progress.
#     observed: >-
#       A control that applies is implemented.
package aims.rules.controls_implemented

import data.aims.lib.decisions
import data.aims.lib.duty
import data.aims.lib.scope

verdict := duty.within(scope.everyone, duty.all_of([decisions.open, says]))

says.violation contains told(number, "is recorded as not implemented.") if some number in having("not-implemented")

says.missing contains duty.item(sprintf("/decisions/%d", [number]), sprintf(
	"Nobody recorded how far the control %s got.",
	[decision.control],
)) if {
	some number, decision in decisions.applying
	not decision.state
}

says.pending contains told(number, "is planned.") if some number in having("planned")

says.pending contains told(number, "is in progress.") if some number in having("in-progress")

says.observed contains told(number, "is recorded as implemented.") if some number in having("implemented")

having(state) := {number | some number, decision in decisions.applying; decision.state == state}

told(number, words) := duty.item(
	sprintf("/decisions/%d/state", [number]),
	sprintf("The control %s applies and %s", [decisions.applying[number].control, words]),
)
