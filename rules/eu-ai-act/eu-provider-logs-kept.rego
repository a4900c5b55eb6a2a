# METADATA
# title: The provider keeps logs for half a year at least
# description: >-
#   The provider of a deployed high-risk system keeps the logs that it controls for as long as the law asks for, counted
#   as the longest half year that a calendar has. Of a financial institution the law of financial services says it.
# custom:
#   id: eu-provider-logs-kept
#   subject: system
#   controls: [eu-ai-act:Art. 19, eu-ai-act:Art. 19(1)]
#   severity: high
#   remediation: >-
#     Set the retention of the logs and record it in days under logging.retentionDays. Other law can ask for more, and
#     data protection for less of what is not needed.
#   parameters: []
#   duty: kept
#   concerns: From the day on which Art. 19 applies.
#   states:
#     violation: >-
#       The provider keeps the logs for fewer days.
#     missing: >-
#       Nobody recorded for how long the provider keeps the logs; or whether the organization is a financial institution, or
#       for how long the law of financial services asks such a one to keep them.
#     observed: >-
#       The provider keeps the logs long enough.
package aims.rules.eu_provider_logs_kept

import data.aims.lib.duty
import data.aims.lib.law
import data.aims.lib.retention

concerned := law.provider("art-19")

verdict := aside if {
	aside := duty.outside(concerned)
} else := duty.within(concerned, retention.kept(retention.logs({"only": {"aia-19-1", "aia-19-2"}})))
