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
import data.aims.lib.lists
import data.aims.lib.scope

verdict := duty.each(object.union(lists.changes, {
	"concerns": scope.in_use,
	"needs": {"decision": "a decision", "evidence": "an evidence record"},
	"only": models_changed,
	"none": "No recorded change is one of a model.",
	"also": says,
}))

# A change whose kind nobody recorded may be one of the model.
models_changed contains number if {
	some number, change in lists.changes.entries
	object.get(change, "kind", "retraining") in {"retraining", "model"}
}

says.missing contains duty.item(
	sprintf("/system/changes/%d/evidence/%d", [number, place]),
	sprintf("The change %q names the evidence record %s, which is not there.", [lists.changes.entries[number].what, id]),
) if {
	some number in models_changed
	some place, id in lists.changes.entries[number].evidence
	not id in {entry.id | some entry in input.evidence}
}
