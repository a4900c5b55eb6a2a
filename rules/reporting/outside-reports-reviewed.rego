# METADATA
# title: Reports from outside are gone through
# description: >-
#   Somebody went through the log of what people outside reported, recently enough.
# custom:
#   id: outside-reports-reviewed
#   subject: organization
#   controls: [iso42001:A.8.3]
#   severity: medium
#   remediation: >-
#     Go through the log of cases, also where there are none, and record the day under outsideReports.reviewedOn.
#   parameters: [outside-report-review-max-age]
#   duty: review
package aims.rules.outside_reports_reviewed

import data.aims.lib.duty
import data.aims.lib.scope

default reports := {}

reports := input.organization.outsideReports

verdict := duty.review({
	"concerns": scope.everyone,
	"name": "the log of reports from outside",
	"record": reports,
	"at": "/organization/outsideReports",
	"maxAgeDays": data.params["outside-report-review-max-age"],
})
