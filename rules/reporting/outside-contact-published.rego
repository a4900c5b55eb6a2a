# METADATA
# title: People outside know where to report harm
# description: >-
#   There is a contact for people outside who want to report what an AI system did to them, and it is published.
# custom:
#   id: outside-contact-published
#   subject: organization
#   controls: [iso42001:A.8.3]
#   severity: medium
#   remediation: >-
#     Publish a contact, and record it under outsideReports: contact, published, publishedAt and owner.
#   parameters: []
#   duty: answered
#   states:
#     missing: >-
#       Nobody recorded the contact, where it is published or who answers.
#     pending: >-
#       A part of that is blank.
#     observed: >-
#       The contact, where it is published and who answers are recorded.
package aims.rules.outside_contact_published

import data.aims.lib.duty
import data.aims.lib.scope

default reports := {}

reports := input.organization.outsideReports

verdict := duty.answered({
	"concerns": scope.everyone,
	"what": "whether the contact for people outside is published",
	"value": object.get(reports, "published", ""),
	"at": "/organization/outsideReports/published",
	"yes": "The contact for people outside is published.",
	"no": "The contact for people outside is recorded as not published.",
	"also": duty.recorded({
		"name": "The contact for people outside",
		"record": reports,
		"at": "/organization/outsideReports",
		"needs": {"contact": "how to reach it", "publishedAt": "where it is published", "owner": "who answers"},
	}),
})
