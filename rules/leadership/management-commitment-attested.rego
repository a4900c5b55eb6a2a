# METADATA
# title: Somebody spoke with top management and vouches for its commitment
# description: >-
#   Whether top management stands behind the AI management system can only be judged by a person who asks. Somebody did
#   so recently enough and attests to what was found.
# custom:
#   id: management-commitment-attested
#   subject: organization
#   controls: [iso42001:5.1]
#   severity: medium
#   remediation: >-
#     Interview top management about policy, objectives and resources, and record an attestation for iso42001:5.1 with
#     attestation.by, on, examined, found and outcome.
#   parameters: [management-interview-max-age]
#   duty: attested
package aims.rules.management_commitment_attested

import data.aims.lib.duty
import data.aims.lib.scope

verdict := duty.attested({
	"concerns": scope.everyone,
	"what": "the commitment of top management",
	"control": "iso42001:5.1",
	"maxAgeDays": data.params["management-interview-max-age"],
})
