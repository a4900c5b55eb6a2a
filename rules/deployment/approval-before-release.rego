# METADATA
# title: The release was approved before it was used
# description: >-
#   The approval of a deployed version is no later than its first day of use.
# custom:
#   id: approval-before-release
#   subject: system
#   controls: [iso42001:A.6.2.5]
#   severity: high
#   remediation: >-
#     Approve a version before it goes into use, and record deployment.approval.completedOn and deployment.releasedOn
#     to the day. Where it was released without approval, record the decision about that under changes.
#   parameters: []
#   duty: order
#   states:
#     violation: >-
#       The approval came after the first day of use, or lies in the future.
#     missing: >-
#       The day of the approval or the first day of use is blank or cannot be read.
#     pending: >-
#       A month or a year leaves open which came first.
#     observed: >-
#       The approval came first, or on the same day.
package aims.rules.approval_before_release

import data.aims.lib.duty
import data.aims.lib.scope

default deployment := {}

deployment := input.system.deployment

verdict := aside if {
	aside := duty.outside(scope.deployed)
} else := duty.within(scope.deployed, duty.precedes({
	"name": "The release",
	"words": "approved %s and put into use %s",
	"lateness": "the approval came after the first day of use",
	"first": {
		"what": "when the release was approved",
		"on": object.get(deployment, ["approval", "completedOn"], ""),
		"at": "/system/deployment/approval/completedOn",
	},
	"second": {
		"what": "when the version in use was released",
		"on": object.get(deployment, "releasedOn", ""),
		"at": "/system/deployment/releasedOn",
	},
}))
