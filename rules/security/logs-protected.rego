# METADATA
# title: The logs are protected
# description: >-
#   The event logs of a deployed system are protected against change and against those who may not read them.
# custom:
#   id: logs-protected
#   subject: system
#   controls: [iso42001:A.6.2.8]
#   severity: medium
#   remediation: >-
#     Write the logs where nobody can change them, limit who may read them, and record it under logging.protected.
#   parameters: []
#   duty: answered
package aims.rules.logs_protected

import data.aims.lib.duty
import data.aims.lib.scope

default protected := ""

protected := input.system.logging.protected

verdict := duty.answered({
	"concerns": scope.deployed,
	"what": "whether the event logs are protected",
	"value": protected,
	"at": "/system/logging/protected",
	"yes": "The event logs are protected.",
	"no": "The event logs are recorded as not protected.",
})
