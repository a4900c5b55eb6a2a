# METADATA
# title: Objectives for responsible development steer requirements and tests
# description: >-
#   Each objective for the responsible development of a system that the organization builds names requirements and tests
#   that follow from it, and these exist.
# custom:
#   id: development-objectives-linked
#   subject: system
#   controls: [iso42001:A.6.1.2]
#   severity: medium
#   remediation: >-
#     Record the objectives under development.objectives with the ids of development.requirements and of
#     development.verification.results that follow from them.
#   parameters: []
#   duty: each
#   states:
#     violation: >-
#       Or an objective names a requirement or a test that is not recorded.
package aims.rules.development_objectives_linked

import data.aims.lib.duty
import data.aims.lib.scope

default development := {}

development := input.system.development

objectives := object.get(development, "objectives", null)

verdict := duty.each({
	"concerns": scope.all_of([scope.begun, scope.developed]),
	"what": "the objectives for responsible development",
	"one": "The objective",
	"entries": objectives,
	"at": "/system/development/objectives",
	"name": "objective",
	"needs": {"objective": "its words", "requirements": "requirements", "tests": "tests"},
	"also": {"violation": dangling},
})

targets := {
	"requirements": {entry.id | some entry in object.get(development, "requirements", [])},
	"tests": {entry.id | some entry in object.get(development, ["verification", "results"], [])},
}

dangling contains duty.item(sprintf("/system/development/objectives/%d/%s/%d", [number, field, index]), sprintf(
	"%s names %q, which is not among the %s.",
	[duty.named("The objective", entry, "objective"), id, {"requirements": "requirements", "tests": "test results"}[field]],
)) if {
	some number, entry in objectives
	some field, known in targets
	some index, id in entry[field]
	not id in known
}
