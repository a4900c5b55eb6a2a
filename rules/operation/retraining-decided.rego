# METADATA
# title: Retraining follows a decision on record
# description: >-
#   Each retraining or replacement of a model says what was decided and on which ground, and names an evidence
#   record of it that is there.
# custom:
#   id: retraining-decided
#   subject: system
#   controls: [iso42001:A.6.2.6]
#   severity: high
#   remediation: >-
#     Record under changes, for each change of kind retraining or model, the decision and the ids of its evidence
#     records under evidence.
#   parameters: []
#   duty: each
#   states:
#     missing: >-
#       Or an evidence record that a change names is not there.
package aims.rules.retraining_decided

import data.aims.lib.duty
import data.aims.lib.scope

default changes := null

changes := input.system.changes

verdict := duty.each({
	"concerns": scope.in_use,
	"what": "the changes since deployment",
	"one": "The change",
	"entries": changes,
	"at": "/system/changes",
	"name": "what",
	"needs": {"decision": "a decision", "evidence": "an evidence record"},
	"mayBeEmpty": true,
	"only": models_changed,
	"none": "No recorded change is one of a model.",
	"also": says,
})

# A change whose kind nobody recorded may be one of the model.
models_changed contains number if {
	some number, change in changes
	object.get(change, "kind", "retraining") in {"retraining", "model"}
}

says.missing contains duty.item(
	sprintf("/system/changes/%d/evidence/%d", [number, place]),
	sprintf("The change %q names the evidence record %s, which is not there.", [changes[number].what, id]),
) if {
	some number in models_changed
	some place, id in changes[number].evidence
	not id in {entry.id | some entry in input.evidence}
}
