# METADATA
# title: Systems outside of the scope are left out for a reason, with approval
# description: >-
#   Each system that the AI management system leaves out is recorded with the reason, who approved it, and when.
# custom:
#   id: exclusions-approved
#   subject: organization
#   controls: [iso42001:4.3]
#   severity: high
#   remediation: >-
#     Record reason, approvedBy and decidedOn under scope in the descriptor of the system, or take the system into the
#     scope.
#   parameters: []
#   duty: each
#   states:
#     violation: >-
#       A decision is dated in the future.
#     missing: >-
#       The date of a decision cannot be read.
#     observed: >-
#       Or none of the systems that were selected for the assessment is outside of the scope.
package aims.rules.exclusions_approved

import data.aims.lib.duty
import data.aims.lib.scope

default excluded := null

excluded := input.excluded

# Where the systems were narrowed to a selection, there may be others.
verdict := duty.within(scope.everyone, {"observed": {duty.item("/excluded", "None of the systems that were selected is outside of the scope.")}}) if {
	input.selection
	excluded == []
} else := duty.each({
	"concerns": scope.everyone,
	"what": "the systems outside of the scope",
	"one": "The excluded system",
	"entries": excluded,
	"at": "/excluded",
	"name": "id",
	"needs": {"reason": "a reason", "approvedBy": "who approved it", "decidedOn": "the day of the decision"},
	"mayBeEmpty": true,
	"also": duty.all_of([duty.dated(decision) | some decision in decisions]),
})

decisions contains {
	"name": sprintf("The system %q", [system.id]),
	"made": "excluded",
	"on": object.get(system, "decidedOn", ""),
	"at": sprintf("/excluded/%d/decidedOn", [number]),
} if {
	some number, system in excluded
}
