# METADATA
# title: The approval outlives no substantial change
# description: >-
#   A deployed system was not changed substantially since its release was approved.
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
#     missing: >-
#       Or nobody recorded when the release was approved.
package aims.rules.release_approval_current

import data.aims.lib.duty
import data.aims.lib.scope

default approved_on := ""

approved_on := input.system.deployment.approval.completedOn

at := "/system/deployment/approval/completedOn"

verdict := aside if {
	aside := duty.outside(scope.deployed)
} else := duty.within(scope.deployed, duty.all_of([
	duty.blank({"what": "when the release was approved", "value": approved_on, "at": at}),
	duty.current({"name": "The approval of the release", "made": "given", "on": approved_on, "at": at}),
]))
