# METADATA
# title: Documents are under version control, and their history stays
# description: >-
#   The documents of the AI management system are kept under version control, and nobody can rewrite their history.
# custom:
#   id: documents-versioned
#   subject: organization
#   controls: [iso42001:7.5.3]
#   severity: medium
#   remediation: >-
#     Keep the documents under version control, protect its history from being rewritten, and record both under
#     documentControl.versioned and documentControl.historyProtected.
#   parameters: []
#   duty: answered
package aims.rules.documents_versioned

import data.aims.lib.duty
import data.aims.lib.scope

default control := {}

control := input.organization.documentControl

verdict := duty.answered({
	"concerns": scope.everyone,
	"what": "whether documents are under version control",
	"value": object.get(control, "versioned", ""),
	"at": "/organization/documentControl/versioned",
	"yes": "Documents are under version control.",
	"no": "Documents are not under version control.",
	"also": duty.answer({
		"what": "whether the history of documents is protected",
		"value": object.get(control, "historyProtected", ""),
		"at": "/organization/documentControl/historyProtected",
		"yes": "The history of documents cannot be rewritten.",
		"no": "The history of documents can be rewritten.",
	}),
})
