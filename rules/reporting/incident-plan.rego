# METADATA
# title: There is a plan of who is told about an incident, and by when
# description: >-
#   There is an approved plan of incident communication, and for each kind of incident it names recipients, content, a deadline
#   and who tells them.
# custom:
#   id: incident-plan
#   subject: organization
#   controls: [iso42001:A.8.4]
#   severity: high
#   remediation: >-
#     Add an evidence record of kind plan for the control, with version and approver, and list under
#     incidentCommunication.kinds each kind of incident with recipients, content, deadlineHours and owner.
#   parameters: [incident-plan-max-age]
#   duty: record
#   states:
#     violation: >-
#       The list of kinds of incident is recorded as empty.
#     missing: >-
#       Or nobody recorded the kinds of incident.
#     pending: >-
#       A kind of incident lacks recipients, content, a deadline or an owner.
#     observed: >-
#       Each kind of incident has recipients, content, a deadline and an owner.
package aims.rules.incident_plan

import data.aims.lib.duty
import data.aims.lib.scope

default kinds := null

kinds := input.organization.incidentCommunication.kinds

verdict := duty.record(object.union(data.reference.records["incident-plan"], {
	"concerns": scope.everyone,
	"maxAgeDays": data.params["incident-plan-max-age"],
	"also": duty.entered({
		"what": "the kinds of incident",
		"one": "The kind of incident",
		"entries": kinds,
		"at": "/organization/incidentCommunication/kinds",
		"name": "what",
		"needs": {"recipients": "recipients", "content": "content", "deadlineHours": "a deadline", "owner": "an owner"},
	}),
}))
