# METADATA
# title: Experience with the released system is collected by a plan
# description: >-
#   The provider of a deployed high-risk system collects and judges experience with it, by documented monitoring that
#   follows a plan.
# custom:
#   id: eu-post-market-monitoring
#   subject: system
#   controls: [eu-ai-act:Art. 72, eu-ai-act:Art. 72(1), eu-ai-act:Art. 72(3)]
#   severity: high
#   remediation: >-
#     Write the plan for post-market monitoring, put it to work and record it under
#     regulatory.euAiAct.postMarketMonitoring with state, completedOn (the day it was set up or last confirmed) and the
#     evidence record.
#   parameters: []
#   duty: practice
#   concerns: From the day on which Art. 72 applies.
#   states:
#     missing: >-
#       While only one of the two readings of the law binds, both are named.
#     pending: >-
#       Or only one of the two readings of the law binds yet: then whatever is lacking in a record that is begun stands
#       here, with both readings.
package aims.rules.eu_post_market_monitoring

import data.aims.lib.duty
import data.aims.lib.law

default record := {}

record := input.system.regulatory.euAiAct.postMarketMonitoring

verdict := law.as_read("art-72", duty.practice({
	"concerns": law.provider("art-72"),
	"name": "The post-market monitoring",
	"record": record,
	"at": "/system/regulatory/euAiAct/postMarketMonitoring",
	"obligatory": "the provider of a high-risk system",
}))
