# METADATA
# title: Changes are approved before they are made
# description: >-
#   Each change of a system in use has a day, a reason and somebody who approved it, no later than it was made.
# custom:
#   id: changes-approved
#   subject: system
#   controls: [iso42001:A.6.2.6, iso42001:A.6.2.5]
#   severity: high
#   remediation: >-
#     Record under changes, for each change since deployment, on, why, approvedBy and approvedOn. Where there are
#     none, record an empty list.
#   parameters: []
#   duty: each
#   states:
#     violation: >-
#       Or a change was made before it was approved, or the approval lies in the future.
#     missing: >-
#       Or a day of a change or its approval cannot be read.
#     pending: >-
#       Or a month or a year leaves open whether the approval came first.
#     observed: >-
#       The approval came first, or on the same day.
package aims.rules.changes_approved

import data.aims.lib.duty
import data.aims.lib.lists
import data.aims.lib.scope

verdict := duty.each(object.union(lists.changes, {
	"concerns": scope.in_use,
	"needs": {"on": "a day", "why": "a reason", "approvedBy": "an approver", "approvedOn": "the day of the approval"},
	"also": duty.all_of(orders),
}))

orders contains duty.precedes({
	"name": sprintf("The change %q", [change.what]),
	"words": "approved %s and made %s",
	"lateness": "it was made before it was approved",
	"first": {"what": "when the change was approved", "on": change.approvedOn, "at": concat("/", [at, "approvedOn"])},
	"second": {"what": "when the change was made", "on": change.on, "at": concat("/", [at, "on"])},
}) if {
	some number, change in lists.changes.entries
	at := sprintf("/system/changes/%d", [number])
}
