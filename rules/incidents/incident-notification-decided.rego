# METADATA
# title: Whether to notify is decided for each incident
# description: >-
#   For each incident somebody decided within the limit whether authorities, customers or users have to be told, and
#   why.
# custom:
#   id: incident-notification-decided
#   subject: system
#   controls: [iso42001:A.8.4]
#   severity: critical
#   remediation: >-
#     Decide for each incident who has to be told, and record knownOn and under notification: decision, decidedOn,
#     decidedBy and reason. Where there are no incidents, record an empty list.
#   parameters: [incident-decision-days]
#   duty: notification
#   states:
#     violation: >-
#       The decision came later than the limit allows, before the incident was known, or lies in the future.
#     missing: >-
#       Nobody recorded the incidents, or no decision, or it is recorded as unknown; or the day of the decision or on
#       which the incident became known is blank or cannot be read.
#     pending: >-
#       A decision does not say who decided or why, or a month or a year leaves open whether it came in time.
#     observed: >-
#       The decision came in time; or there is no incident.
package aims.rules.incident_notification_decided

import data.aims.lib.duty
import data.aims.lib.lists
import data.aims.lib.scope

limit := data.params["incident-decision-days"]

# Without a limit there is no verdict: incidents must not go undecided.
verdict := aside if {
	limit
	aside := duty.outside(scope.in_use)
} else := duty.within(scope.in_use, duty.all_of({lists.no_incident} | decisions)) if {
	limit
}

decisions contains decided(incident, object.get(incident, "notification", {}), sprintf("/system/incidents/%d", [number])) if {
	some number, incident in lists.incidents.entries
}

decided(incident, notification, at) := said if {
	said := duty.blank({
		"what": sprintf("whether somebody has to be told of the incident %q", [incident.id]),
		"value": object.get(notification, "decision", ""),
		"at": concat("/", [at, "notification", "decision"]),
	})
	said != {}
} else := duty.all_of([
	duty.apart({
		"name": sprintf("The incident %q", [incident.id]),
		"words": "known %s and decided about %s",
		"from": lists.known(incident, at),
		"to": {
			"what": sprintf("when it was decided whether somebody has to be told of the incident %q", [incident.id]),
			"on": object.get(notification, "decidedOn", ""),
			"at": concat("/", [at, "notification", "decidedOn"]),
		},
		"atMost": limit,
	}),
	duty.recorded({
		"name": sprintf("The decision about the incident %q", [incident.id]),
		"record": notification,
		"at": concat("/", [at, "notification"]),
		"needs": {"decision": "an outcome", "decidedBy": "somebody who decided", "reason": "a reason"},
	}),
])
