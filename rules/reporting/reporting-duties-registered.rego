# METADATA
# title: Duties to inform are registered
# description: >-
#   Each duty to inform authorities, customers or the public says when it arises, who is informed, how soon and by whom.
# custom:
#   id: reporting-duties-registered
#   subject: organization
#   controls: [iso42001:A.8.5]
#   severity: medium
#   remediation: >-
#     List the duties under reportingDuties, each with trigger, recipient, deadline and owner; where there are none, record an
#     empty list.
#   parameters: []
#   duty: each
package aims.rules.reporting_duties_registered

import data.aims.lib.duty
import data.aims.lib.scope

default duties := null

duties := input.organization.reportingDuties

verdict := duty.each({
	"concerns": scope.everyone,
	"what": "the duties to inform",
	"one": "The duty to inform",
	"entries": duties,
	"at": "/organization/reportingDuties",
	"name": "what",
	"needs": {"trigger": "a trigger", "recipient": "a recipient", "deadline": "a deadline", "owner": "an owner"},
	"mayBeEmpty": true,
})
