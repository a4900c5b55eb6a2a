# METADATA
# title: The release tag names the approved version
# description: >-
#   The tag under which the version in use stands in the repository ends in the version that was approved.
# custom:
#   id: release-tag-agrees
#   subject: system
#   controls: [iso42001:A.6.2.5]
#   severity: medium
#   remediation: >-
#     Tag the commit that is deployed with the approved version, such as v4.2, and record the tag under
#     deployment.releaseTag.
#   parameters: []
#   duty: agreement
#   states:
#     violation: >-
#       The tag names another version.
#     missing: >-
#       The tag or the approved version is blank or recorded as unknown.
#     observed: >-
#       The tag names the approved version.
package aims.rules.release_tag_agrees

import data.aims.lib.duty
import data.aims.lib.scope

default deployment := {}

deployment := input.system.deployment

tag := object.get(deployment, "releaseTag", "")

version := object.get(deployment, "approvedVersion", "")

concerned := scope.all_of([scope.deployed, scope.developed])

verdict := aside if {
	aside := duty.outside(concerned)
} else := duty.within(concerned, duty.agrees({
	"one": {"what": "the release tag", "value": tag, "at": "/system/deployment/releaseTag"},
	"other": {
		"what": "which version was approved",
		"value": version,
		"at": "/system/deployment/approvedVersion",
	},
	"equal": names_version,
	"agree": "The release tag %v names the approved version %v.",
	"differ": "The release tag is %v, but version %v was approved.",
}))

default names_version := false

# The version is not the end of a longer one: v13.2 does not name 3.2.
names_version if {
	endswith(tag, version)
	prefix := trim_suffix(tag, version)
	trim_right(prefix, "0123456789.") == prefix
}
