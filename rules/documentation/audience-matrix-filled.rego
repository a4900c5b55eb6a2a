# METADATA
# title: Each audience has its documents
# description: >-
#   Users, partners and authorities each have their documents about a deployed system, and somebody keeps them.
# custom:
#   id: audience-matrix-filled
#   subject: system
#   controls: [iso42001:A.6.2.7]
#   severity: low
#   remediation: >-
#     List under information.audiences who gets which documents and who keeps them: audience, documents and owner, for
#     users, partners and authorities.
#   parameters: []
#   duty: each
#   states:
#     missing: >-
#       Or nobody recorded for which audiences there are documents.
#     pending: >-
#       Or an audience has no entry.
#     observed: >-
#       All audiences have an entry.
package aims.rules.audience_matrix_filled

import data.aims.lib.duty
import data.aims.lib.scope

default audiences := null

audiences := input.system.information.audiences

at := "/system/information/audiences"

verdict := duty.each({
	"concerns": scope.deployed,
	"what": "the audiences and their documents",
	"one": "The audience",
	"entries": audiences,
	"at": at,
	"name": "audience",
	"needs": {"documents": "documents", "owner": "an owner"},
	"also": duty.covered({
		"name": "The list of audiences",
		"parts": data.reference.audiences,
		"present": named,
		"at": at,
	}),
})

default named := null

named := {lower(entry.audience) | some entry in audiences} if audiences != null
