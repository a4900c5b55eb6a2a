# METADATA
# title: Documents name their version, author and approver
# description: >-
#   Each evidence record of a document that says how things are to be is recorded with title, version, author, approver
#   and the day of approval.
# custom:
#   id: documents-identified
#   subject: organization
#   controls: [iso42001:7.5.2]
#   severity: medium
#   remediation: >-
#     Have the document approved, and record in its evidence record title, version, author, approver, approvedOn and
#     state.
#   parameters: []
#   duty: each
#   states:
#     violation: >-
#       An approval is dated in the future.
#     missing: >-
#       The date of an approval cannot be read.
#     pending: >-
#       A document is a draft or has no state.
package aims.rules.documents_identified

import data.aims.lib.duty
import data.aims.lib.scope

# Numbers of the records of such documents that were not taken out of use.
documents := {number |
	some number, entry in input.evidence
	entry.kind in data.reference.iso42001.documentedKinds
	not object.get(entry, "state", "") in {"superseded", "rejected"}
}

# null where there are none.
default entries := null

entries := input.evidence if documents != set()

verdict := duty.each({
	"concerns": scope.everyone,
	"what": "documents of the AI management system",
	"one": "The document",
	"entries": entries,
	"at": "/evidence",
	"name": "id",
	"needs": data.reference.iso42001.identification,
	"only": documents,
	"also": duty.all_of(array.concat([says], [duty.dated(approval) | some approval in approvals])),
})

says.pending contains duty.item(
	sprintf("/evidence/%d/state", [number]),
	sprintf("The state of the document %q is %s, not approved.", [input.evidence[number].id, state]),
) if {
	some number in documents
	state := object.get(input.evidence[number], "state", "blank")
	state != "approved"
}

approvals contains {
	"name": sprintf("The document %q", [input.evidence[number].id]),
	"made": "approved",
	"on": object.get(input.evidence[number], "approvedOn", ""),
	"at": sprintf("/evidence/%d/approvedOn", [number]),
} if {
	some number in documents
}
