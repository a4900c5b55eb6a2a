# METADATA
# title: The approval outlives no substantial change
# description: >-
#   A deployed system was not changed substantially since its release was approved. A change dated on the day of the
#   approval, or on the day on which the approved version was released, is part of what was approved.
# custom:
#   id: release-approval-current
#   subject: system
#   controls: [iso42001:A.6.2.5]
#   severity: high
#   remediation: >-
#     Approve the system anew after a substantial change and record the day under deployment.approval.completedOn.
#   parameters: []
#   duty: current
#   states:
#     stale: >-
#       Other than that, a change on the day of the approval, or of the release of the approved version, is no later one.
#     missing: >-
#       Or nobody recorded when the release was approved.
package aims.rules.release_approval_current

import data.aims.lib.dates
import data.aims.lib.duty
import data.aims.lib.scope

default approved_on := ""

approved_on := input.system.deployment.approval.completedOn

at := "/system/deployment/approval/completedOn"

verdict := aside if {
	aside := duty.outside(scope.deployed)
} else := duty.within(scope.deployed, duty.all_of([
	duty.blank({"what": "when the release was approved", "value": approved_on, "at": at}),
	duty.current(object.union(known, {"name": "The approval of the release", "made": "given", "on": approved_on, "at": at})),
]))

# What was changed by the day of the approval, or came into use with the version that was approved, is what it was about.
known := {"took": (approved | released), "since": since}

approved contains change if {
	some change in input.system.changes
	change.on == approved_on
	dates.precision(change.on) == "day"
}

released contains change if {
	some change in input.system.changes
	change.on == input.system.deployment.releasedOn
	dates.precision(change.on) == "day"
	dates.before(approved_on, change.on)
	input.system.deployment.approvedVersion == input.system.version
}

default since := "no substantial change is recorded since"

since := sprintf("no substantial change is recorded since, other than what was released on %s", [change.on]) if {
	some change in released
	change.substantial == "yes"
}
