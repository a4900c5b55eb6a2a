# METADATA
# title: Every tool is recorded with version and licence
# description: >-
#   Each algorithm, framework and tool of a system that is built or used is recorded with its version and licence.
# custom:
#   id: tools-recorded
#   subject: system
#   controls: [iso42001:A.4.4]
#   severity: medium
#   remediation: >-
#     List the tools under resources.tools with name, version and licence.
#   parameters: []
#   duty: each
package aims.rules.tools_recorded

import data.aims.lib.duty
import data.aims.lib.scope

default tools := null

tools := input.system.resources.tools

verdict := duty.each({
	"concerns": scope.begun,
	"what": "the tools of the system",
	"one": "The tool",
	"entries": tools,
	"at": "/system/resources/tools",
	"name": "name",
	"needs": {"name": "its name", "version": "a version", "licence": "a licence"},
})
