# METADATA
# title: Limits of use are configured
# description: >-
#   The configuration or policy that keeps the use of a deployed system within its purpose is on file, approved and
#   recent enough.
# custom:
#   id: guardrails-configured
#   subject: system
#   controls: [iso42001:A.9.4]
#   severity: medium
#   remediation: >-
#     Keep the configuration of guardrails, access or quotas, or the policy that the system enforces, as an evidence
#     record of kind configuration or policy for iso42001:A.9.4, with its SHA-256.
#   parameters: [guardrails-max-age]
#   duty: record
package aims.rules.guardrails_configured

import data.aims.lib.duty
import data.aims.lib.scope

verdict := duty.record(object.union(data.reference.records["guardrails-configured"], {
	"concerns": scope.deployed,
	"maxAgeDays": data.params["guardrails-max-age"],
}))
