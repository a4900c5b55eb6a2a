# METADATA
# title: The version in use is the one that was approved
# description: >-
#   The release of a deployed system was approved by somebody who is named, and the approval is about the version in
#   use.
# custom:
#   id: release-approved
#   subject: system
#   controls: [iso42001:A.6.2.5]
#   severity: high
#   remediation: >-
#     Approve the release before it is used and record under deployment: approval (state, completedOn, by and the
#     evidence record) and approvedVersion. Put the version in use under version.
#   parameters: []
#   duty: practice
#   states:
#     violation: >-
#       Or another version than the approved one is in use.
#     missing: >-
#       Or nobody recorded which version was approved or is in use, or who approved it.
#     observed: >-
#       The approved version is in use, and who approved it is named.
package aims.rules.release_approved

import data.aims.lib.duty
import data.aims.lib.scope

default deployment := {}

deployment := input.system.deployment

record := object.get(deployment, "approval", {})

verdict := duty.practice({
	"concerns": scope.deployed,
	"name": "The approval of the release",
	"record": record,
	"at": "/system/deployment/approval",
	"obligatory": "every deployed system",
	"also": duty.all_of([same_version, approver]),
})

same_version := duty.agrees({
	"one": {
		"what": "which version was approved",
		"value": object.get(deployment, "approvedVersion", ""),
		"at": "/system/deployment/approvedVersion",
	},
	"other": {
		"what": "which version is in use",
		"value": object.get(input.system, "version", ""),
		"at": "/system/version",
	},
	"agree": "Version %v is approved, and version %v is in use.",
	"differ": "Version %v is approved, but version %v is in use.",
})

approver := duty.blank({
	"what": "who approved the release",
	"value": object.get(record, "by", ""),
	"at": "/system/deployment/approval/by",
})
