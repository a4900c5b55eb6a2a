# METADATA
# title: The last internal audit is recent
# description: >-
#   The AI management system was audited from inside, recently enough.
# custom:
#   id: internal-audit-in-time
#   subject: organization
#   controls: [iso42001:9.2.1]
#   severity: high
#   remediation: >-
#     Hold an internal audit, and record it under audits with the day on which it ended (on).
#   parameters: [internal-audit-max-age]
#   duty: repeated
package aims.rules.internal_audit_in_time

import data.aims.lib.duty
import data.aims.lib.scope

default audits := null

audits := input.organization.audits

verdict := duty.repeated({
	"concerns": scope.everyone,
	"what": "the internal audits",
	"one": "The internal audit",
	"name": "title",
	"made": "held",
	"day": "on",
	"entries": audits,
	"at": "/organization/audits",
	"maxAgeDays": data.params["internal-audit-max-age"],
})
