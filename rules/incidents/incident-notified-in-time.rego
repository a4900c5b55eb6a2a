# METADATA
# title: Who has to be told of an incident is told in time
# description: >-
#   Where it was decided that somebody has to be told of an incident, the notice went out within the limit after the
#   incident became known.
# custom:
#   id: incident-notified-in-time
#   subject: system
#   controls: [iso42001:A.8.4]
#   severity: critical
#   remediation: >-
#     Send the notice, and record notified and notifiedOn for the incident. Where it was late, record a nonconformity
#     about that.
#   parameters: [incident-notification-days]
#   duty: notice
#   states:
#     violation: >-
#       The notice went out later than the limit allows, before the incident was known, or on a day in the future; or it
#       is not sent and the limit has passed.
#     missing: >-
#       Nobody recorded the incidents, whether somebody has to be told, or when the notice went out or the incident
#       became known.
#     pending: >-
#       The notice is not sent and the limit has not passed, or a month or a year leaves open whether it was in time.
#     observed: >-
#       The notice was in time, or nobody has to be told; or there is no incident.
package aims.rules.incident_notified_in_time

import data.aims.lib.dates
import data.aims.lib.duty
import data.aims.lib.lists
import data.aims.lib.scope

limit := data.params["incident-notification-days"]

# Without a limit there is no verdict: notices must not go unsent.
verdict := aside if {
	limit
	aside := duty.outside(scope.in_use)
} else := duty.within(scope.in_use, duty.all_of({lists.no_incident} | notices)) if {
	limit
}

notices contains notice(incident, object.get(incident, ["notification", "decision"], ""), sprintf("/system/incidents/%d", [number])) if {
	some number, incident in lists.incidents.entries
}

notice(incident, "not-needed", at) := {"observed": {duty.item(at, sprintf("Nobody has to be told of the incident %q.", [incident.id]))}}

notice(incident, decision, at) := duty.blank({
	"what": sprintf("whether somebody has to be told of the incident %q", [incident.id]),
	"value": decision,
	"at": concat("/", [at, "notification", "decision"]),
}) if {
	decision in {"", "unknown"}
}

notice(incident, "notify", at) := duty.all_of([duty.unread(lists.known(incident, at)), {set: {duty.item(concat("/", [at, "notified"]), sprintf(
	"Who has to be told of the incident %q is not told; at most %s after it became known are allowed.",
	[incident.id, dates.days_in_words(limit)],
))}}]) if {
	incident.notified == "no"
	set := {true: "violation", false: "pending"}[lists.known_for_more_than(incident, limit)]
} else := duty.apart({
	"name": sprintf("The incident %q", [incident.id]),
	"words": "known %s and reported %s",
	"from": lists.known(incident, at),
	"to": {
		"what": sprintf("when who has to be told of the incident %q was told", [incident.id]),
		"on": object.get(incident, "notifiedOn", ""),
		"at": concat("/", [at, "notifiedOn"]),
	},
	"atMost": limit,
})
