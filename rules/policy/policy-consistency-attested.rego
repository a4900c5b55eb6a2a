# METADATA
# title: Somebody compared the AI policy with the other policies
# description: >-
#   Whether the AI policy contradicts other policies of the organization can only be judged by a person who reads them.
#   Somebody did so recently enough and attests to what was found.
# custom:
#   id: policy-consistency-attested
#   subject: organization
#   controls: [iso42001:A.2.3]
#   severity: medium
#   remediation: >-
#     Read the AI policy beside the other policies, and record an attestation for iso42001:A.2.3 with attestation.by, on,
#     examined, found and outcome.
#   parameters: [policy-consistency-max-age]
#   duty: attested
package aims.rules.policy_consistency_attested

import data.aims.lib.duty
import data.aims.lib.scope

verdict := duty.attested({
	"concerns": scope.everyone,
	"what": "the consistency of the AI policy with the other policies",
	"control": "iso42001:A.2.3",
	"maxAgeDays": data.params["policy-consistency-max-age"],
})
