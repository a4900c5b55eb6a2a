# METADATA
# title: Reports that are due are sent
# description: >-
#   No report that the organization owes to somebody is overdue.
# custom:
#   id: reports-sent
#   subject: organization
#   controls: [iso42001:A.8.5]
#   severity: high
#   remediation: >-
#     Send the report, and record it under reports of the duty: what, due and doneOn. Where a duty has not arisen, record an
#     empty list.
#   parameters: []
#   duty: timely
#   states:
#     missing: >-
#       Or nobody recorded the reports of a duty.
package aims.rules.reports_sent

import data.aims.lib.duty
import data.aims.lib.scope

default duties := null

duties := input.organization.reportingDuties

plans := {
	"entries": duties,
	"at": "/organization/reportingDuties",
	"field": "reports",
	"one": "The report",
	"whose": "The duty to inform",
	"name": "what",
	"plans": "its reports",
}

verdict := duty.timely({
	"concerns": scope.everyone,
	"what": "the reports to others",
	"entries": duty.planned(plans),
	"at": plans.at,
	"also": duty.unplanned(plans),
})
