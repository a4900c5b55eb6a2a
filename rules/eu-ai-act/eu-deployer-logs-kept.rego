# METADATA
# title: The deployer keeps logs for half a year at least
# description: >-
#   The deployer of a deployed high-risk system keeps the logs that it controls for as long as the law asks for, counted
#   as the longest half year that a calendar has. Of a financial institution the law of financial services says it.
# custom:
#   id: eu-deployer-logs-kept
#   subject: system
#   controls: [eu-ai-act:Art. 26(6)]
#   severity: high
#   remediation: >-
#     Agree with the provider who controls which log, keep those of your own long enough, and record the days under
#     logging.retentionDays.
#   parameters: []
#   duty: kept
#   concerns: From the day on which Art. 26 applies.
#   states:
#     violation: >-
#       The deployer keeps the logs for fewer days.
#     missing: >-
#       Nobody recorded for how long the deployer keeps the logs; or whether the organization is a financial institution, or
#       for how long the law of financial services asks such a one to keep them.
#     observed: >-
#       The deployer keeps the logs long enough.
package aims.rules.eu_deployer_logs_kept

import data.aims.lib.duty
import data.aims.lib.law
import data.aims.lib.retention

concerned := law.deployer("art-26.6")

verdict := aside if {
	aside := duty.outside(concerned)
} else := duty.within(concerned, retention.kept(retention.logs({"only": {"aia-26-6", "aia-19-2"}})))
