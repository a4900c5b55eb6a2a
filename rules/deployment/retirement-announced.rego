# METADATA
# title: The end of use was announced in time
# description: >-
#   The end of use of a retired system was announced to those who used it or were affected, at least the demanded
#   days before.
# custom:
#   id: retirement-announced
#   subject: system
#   controls: [iso42001:A.8.2]
#   severity: medium
#   remediation: >-
#     Announce the end of use in time and record under deployment.retirement: noticeOn, informed and by; and
#     lifecycle.retiredOn.
#   parameters: [retirement-notice-days]
#   duty: notice
#   states:
#     violation: >-
#       The notice came later than demanded, or the end of use lies in the future.
#     missing: >-
#       The day of the notice or the last day of use is blank or cannot be read, or nobody recorded who was told and by
#       whom.
#     pending: >-
#       Who was told, or by whom, is blank; or a month or a year leaves open whether the notice was in time.
#     observed: >-
#       The notice was in time, and who was told is recorded.
package aims.rules.retirement_announced

import data.aims.lib.duty
import data.aims.lib.scope

default retirement := {}

retirement := input.system.deployment.retirement

default retired_on := ""

retired_on := input.system.lifecycle.retiredOn

verdict := aside if {
	aside := duty.outside(scope.retired)
} else := duty.within(scope.retired, duty.all_of([
	duty.apart({
		"name": "The end of use",
		"words": "announced %s and came %s",
		"from": {
			"what": "when the end of use was announced",
			"on": object.get(retirement, "noticeOn", ""),
			"at": "/system/deployment/retirement/noticeOn",
		},
		"to": {"what": "when the system was retired", "on": retired_on, "at": "/system/lifecycle/retiredOn"},
		"atLeast": data.params["retirement-notice-days"],
	}),
	duty.recorded({
		"name": "The announcement",
		"record": retirement,
		"at": "/system/deployment/retirement",
		"needs": {"informed": "those who were told", "by": "somebody who announced it"},
	}),
]))
