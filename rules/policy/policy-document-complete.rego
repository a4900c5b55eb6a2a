# METADATA
# title: The text of the AI policy is there, with all its sections
# description: >-
#   An approved record for the AI policy leads to its text, with version, approver and date. It has the sections that a
#   policy needs and is not too old.
# custom:
#   id: policy-document-complete
#   subject: organization
#   controls: [iso42001:A.2.2, iso42001:5.2]
#   severity: high
#   remediation: >-
#     Record the policy as an evidence record of kind policy for iso42001:A.2.2 with path and sha256 or uri, version,
#     approver, approvedOn and the headings under sections. Write the sections that are lacking.
#   parameters: [ai-policy-max-age]
#   duty: record
package aims.rules.policy_document_complete

import data.aims.lib.duty
import data.aims.lib.scope

verdict := duty.record(object.union(data.reference.records["policy-document-complete"], {
	"concerns": scope.everyone,
	"maxAgeDays": data.params["ai-policy-max-age"],
}))
