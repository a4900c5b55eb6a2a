# METADATA
# title: Controls in operation are tested
# description: >-
#   Somebody tested each control that is implemented, recently enough to say that it works.
# custom:
#   id: controls-tested
#   subject: organization
#   controls: [iso42001:8.1]
#   severity: medium
#   remediation: >-
#     Test the control, and record the day under testedOn of its decision.
#   parameters: [control-test-max-age]
#   duty: fresh
#   states:
#     missing: >-
#       Or no control applies by any decision.
#     pending: >-
#       No control that applies is implemented yet.
#     observed: >-
#       That holds for each control that applies and is implemented.
package aims.rules.controls_tested

import data.aims.lib.decisions
import data.aims.lib.duty
import data.aims.lib.scope

verdict := duty.within(scope.everyone, duty.all_of(array.concat(
	[decisions.open, {"pending": unimplemented}],
	tests(data.params["control-test-max-age"]),
)))

implemented := {number | some number, decision in decisions.applying; decision.state == "implemented"}

tests(limit) := [duty.recent({
	"name": sprintf("The control %s", [decisions.applying[number].control]),
	"made": "tested",
	"on": object.get(decisions.applying[number], "testedOn", ""),
	"at": sprintf("/decisions/%d/testedOn", [number]),
	"maxAgeDays": limit,
}) |
	some number in implemented
]

unimplemented contains duty.item(
	"/decisions",
	"No control that applies is recorded as implemented, so that none can be tested.",
) if {
	count(implemented) == 0
	decisions.open == {}
}
