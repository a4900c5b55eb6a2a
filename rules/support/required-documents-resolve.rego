# METADATA
# title: The documents that the standard requires are there
# description: >-
#   For each document that the standard requires an approved evidence record leads to a file or an address.
# custom:
#   id: required-documents-resolve
#   subject: organization
#   controls: [iso42001:7.5.1]
#   severity: high
#   remediation: >-
#     Add an evidence record for the control that the finding names, with path and sha256 or uri, and state approved. One
#     document may speak for several controls.
#   parameters: []
#   duty: record
package aims.rules.required_documents_resolve

import data.aims.lib.duty
import data.aims.lib.scope

verdict := duty.within(scope.everyone, duty.all_of([duty.kept({"what": what, "control": control, "kinds": []}) |
	some control, what in data.reference.iso42001.requiredDocuments
]))
