# METADATA
# title: The logs are kept after the end of use
# description: >-
#   The event logs of a retired system are kept after its last day of use for the longest of the periods that apply: that
#   of the profile, those of laws whose conditions it meets, and those that its own laws ask for.
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
#       The logs are kept for fewer days than the longest period asks for.
#     missing: >-
#       The last day of use, or until when the logs are kept, is blank or cannot be read; or a fact on which a longer
#       period depends is blank.
#     pending: >-
#       A month or a year leaves open whether they are kept long enough.
#     observed: >-
#       The logs are kept long enough.
package aims.rules.logs_kept_after_retirement

import data.aims.lib.dates
import data.aims.lib.duty
import data.aims.lib.retention
import data.aims.lib.scope

default retired_on := ""

retired_on := input.system.lifecycle.retiredOn

default kept_until := ""

kept_until := input.system.logging.keptUntil

verdict := aside if {
	aside := duty.outside(scope.retired)
} else := duty.within(scope.retired, duty.all_of([between, {"missing": open}]))

between := duty.apart({
	"name": "The system",
	"words": "retired %s, and the last day of its logs comes %s",
	"from": {"what": "when the system was retired", "on": retired_on, "at": "/system/lifecycle/retiredOn"},
	"to": {"what": "until when the event logs are kept", "on": kept_until, "at": "/system/logging/keptUntil"},
	"ahead": true,
	"atLeast": retention.required(logs),
	"source": retention.sources(logs),
})

logs := retention.logs({"profile": {"parameter": "log-retention-days", "days": data.params["log-retention-days"]}})

default open := set()

open := retention.open_questions(logs, dates.age_in_days(dates.latest(retired_on), kept_until))
