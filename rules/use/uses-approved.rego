# METADATA
# title: Each use is approved
# description: >-
#   Each use of a system in use by the organization was approved, and the approval still counts.
# custom:
#   id: uses-approved
#   subject: system
#   controls: [iso42001:A.9.2]
#   severity: high
#   remediation: >-
#     List under use.uses what the system is used for, and record for each use its approval: state, completedOn, by
#     and the evidence record. Stop a use that nobody approved.
#   parameters: []
#   duty: approvals
#   states:
#     violation: >-
#       A use is recorded as not approved, or as approved on a day in the future.
#     stale: >-
#       The last valid day of an approval has passed.
#     missing: >-
#       Nobody recorded the uses, or nothing is recorded about the approval of one, or a date cannot be read.
#     pending: >-
#       The approval of a use is in progress.
#     observed: >-
#       A use is approved; or the list says that there is none.
package aims.rules.uses_approved

import data.aims.lib.duty
import data.aims.lib.lists
import data.aims.lib.practice
import data.aims.lib.scope

verdict := aside if {
	aside := duty.outside(scope.in_use)
} else := duty.within(scope.in_use, duty.all_of({lists.no_use} | approvals))

approvals contains practice.outcome({
	"name": sprintf("The approval of the use %q", [use.name]),
	"record": object.get(use, "approval", {}),
	"at": sprintf("/system/use/uses/%d/approval", [number]),
	"obligatory": "every use",
	"asOf": input.asOf,
}) if {
	some number, use in lists.uses.entries
}
