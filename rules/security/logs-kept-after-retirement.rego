# METADATA
# title: The logs are kept after the end of use
# description: >-
#   The event logs of a retired system are kept for at least the demanded days after its last day of use.
# custom:
#   id: logs-kept-after-retirement
#   subject: system
#   controls: [iso42001:A.6.2.8]
#   severity: medium
#   remediation: >-
#     Archive the event logs at the end of use and record the last day until which they are kept under
#     logging.keptUntil.
#   parameters: [log-retention-days]
#   duty: retention
#   states:
#     violation: >-
#       The logs are kept for fewer days than demanded.
#     missing: >-
#       The last day of use, or until when the logs are kept, is blank or cannot be read.
#     pending: >-
#       A month or a year leaves open whether they are kept long enough.
#     observed: >-
#       The logs are kept long enough.
package aims.rules.logs_kept_after_retirement

import data.aims.lib.duty
import data.aims.lib.scope

default retired_on := ""

retired_on := input.system.lifecycle.retiredOn

default kept_until := ""

kept_until := input.system.logging.keptUntil

verdict := aside if {
	aside := duty.outside(scope.retired)
} else := duty.within(scope.retired, duty.apart({
	"name": "The system",
	"words": "retired %s, and the last day of its logs comes %s",
	"from": {"what": "when the system was retired", "on": retired_on, "at": "/system/lifecycle/retiredOn"},
	"to": {"what": "until when the event logs are kept", "on": kept_until, "at": "/system/logging/keptUntil"},
	"ahead": true,
	"atLeast": data.params["log-retention-days"],
}))
