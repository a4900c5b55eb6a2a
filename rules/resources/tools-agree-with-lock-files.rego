# METADATA
# title: Recorded tools agree with the lock files
# description: >-
#   For every system that the organization builds somebody compared the record of tools with lock files and model manifests,
#   recently enough, and found that they agree.
# custom:
#   id: tools-agree-with-lock-files
#   subject: system
#   controls: [iso42001:A.4.4]
#   severity: low
#   remediation: >-
#     Compare resources.tools with the lock files and model manifests, correct what differs, and record agrees and
#     comparedOn under resources.toolComparison.
#   parameters: [tool-comparison-max-age]
#   duty: compared
package aims.rules.tools_agree_with_lock_files

import data.aims.lib.duty
import data.aims.lib.scope

default comparison := {}

comparison := input.system.resources.toolComparison

verdict := duty.compared({
	"concerns": scope.all_of([scope.begun, scope.developed]),
	"name": "The comparison of tools with lock files",
	"record": comparison,
	"at": "/system/resources/toolComparison",
	"maxAgeDays": data.params["tool-comparison-max-age"],
})
