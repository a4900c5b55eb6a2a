# METADATA
# title: Open alerts have an owner
# description: >-
#   Each alert of monitoring that is not closed names who deals with it and since when it stands.
# custom:
#   id: alerts-owned
#   subject: system
#   controls: [iso42001:A.6.2.6]
#   severity: high
#   remediation: >-
#     Record alerts under monitoring.alerts, and for each that is open the owner and raisedOn. Where there are none,
#     record an empty list.
#   parameters: []
#   duty: each
package aims.rules.alerts_owned

import data.aims.lib.duty
import data.aims.lib.lists
import data.aims.lib.scope

verdict := duty.each(object.union(lists.alerts, {
	"concerns": scope.deployed,
	"needs": {"owner": "an owner", "raisedOn": "the day on which it was raised"},
	"only": {number |
		some number, alert in lists.alerts.entries
		not alert.state == "closed"
	},
	"none": "No alert of monitoring is open.",
}))
