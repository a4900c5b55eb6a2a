# METADATA
# title: There is a programme of internal audits
# description: >-
#   The programme says what internal audits cover, against what, how often and by whom.
# custom:
#   id: audit-programme
#   subject: organization
#   controls: [iso42001:9.2.2]
#   severity: medium
#   remediation: >-
#     Record the programme under auditProgramme: scope, criteria, frequency and auditors.
#   parameters: []
#   duty: given
package aims.rules.audit_programme

import data.aims.lib.duty
import data.aims.lib.scope

default programme := {}

programme := input.organization.auditProgramme

verdict := duty.given({
	"concerns": scope.everyone,
	"name": "The programme of internal audits",
	"record": programme,
	"at": "/organization/auditProgramme",
	"needs": {"scope": "a scope", "criteria": "criteria", "frequency": "a frequency", "auditors": "auditors"},
})
