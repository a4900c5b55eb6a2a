# METADATA
# title: The documents of the version in use are there
# description: >-
#   Each document that a deployed system needs is an evidence record that is approved, recent enough, and about the
#   version in use.
# custom:
#   id: documents-for-version
#   subject: system
#   controls: [iso42001:A.6.2.7]
#   severity: medium
#   remediation: >-
#     Keep the technical description, the description of models and of data, and the instructions for use; record each
#     among the evidence with its kind, the control iso42001:A.6.2.7, and systemVersion.
#   parameters: [documentation-max-age]
#   duty: documents
#   states:
#     violation: >-
#       The file of a document is missing or is not the one that was recorded.
#     stale: >-
#       A document is about another version, no longer valid, or older than the limit allows.
#     missing: >-
#       There is no such document, it does not say about which version it is, or nobody recorded the version in use.
#     pending: >-
#       A document is a draft, takes effect later, or leads to nothing.
#     observed: >-
#       A document about the version in use is there, approved and in date.
package aims.rules.documents_for_version

import data.aims.lib.duty
import data.aims.lib.scope

max_age := data.params["documentation-max-age"]

# Without a limit there is no verdict: documents must not go unasked for.
verdict := aside if {
	max_age
	aside := duty.outside(scope.deployed)
} else := duty.within(scope.deployed, duty.all_of(found)) if {
	max_age
}

found contains duty.kept_for_version(object.union(document, {"maxAgeDays": max_age})) if {
	some document in data.reference.documents
}
