# METADATA
# title: Open incidents have an owner
# description: >-
#   Each incident that is not closed names who deals with it, how grave it is and when it happened.
# custom:
#   id: incidents-owned
#   subject: system
#   controls: [iso42001:A.8.4, iso42001:A.6.2.6]
#   severity: high
#   remediation: >-
#     Record under incidents, for each that is open, owner, severity and occurredOn. Where there are none, record an
#     empty list.
#   parameters: []
#   duty: each
package aims.rules.incidents_owned

import data.aims.lib.duty
import data.aims.lib.lists
import data.aims.lib.scope

verdict := duty.each(object.union(lists.incidents, {
	"concerns": scope.in_use,
	"needs": {"owner": "an owner", "severity": "a severity", "occurredOn": "the day on which it happened"},
	"only": {number |
		some number, incident in lists.incidents.entries
		not incident.state == "closed"
	},
	"none": "No incident is open.",
}))
