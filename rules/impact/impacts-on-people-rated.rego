# METADATA
# title: The impacts on each affected group are rated
# description: >-
#   The impact assessment lists what the system can do to individuals and groups, each impact with a level, a reason and a
#   mitigation; every group that the system affects is among them.
# custom:
#   id: impacts-on-people-rated
#   subject: system
#   controls: [iso42001:A.5.4]
#   severity: high
#   remediation: >-
#     Record each impact under impactAssessment.individuals with group, impact, level, rationale and mitigation, at least one
#     for each of purpose.affectedGroups.
#   concerns: >-
#     The system is built or used, and its impact assessment is not recorded as not applicable.
#   parameters: []
#   duty: each
#   states:
#     pending: >-
#       Or no impact is listed for a group that the system affects.
package aims.rules.impacts_on_people_rated

import data.aims.lib.duty
import data.aims.lib.impact
import data.aims.lib.scope

groups := input.system.purpose.affectedGroups

rated := object.get(impact.record, "individuals", null)

verdict := duty.each({
	"concerns": scope.all_of([scope.begun, impact.wanted]),
	"what": "the impacts on individuals and groups",
	"one": "The impact on the group",
	"entries": rated,
	"at": "/system/impactAssessment/individuals",
	"name": "group",
	"needs": {
		"group": "the group",
		"impact": "what can happen",
		"level": "a level",
		"rationale": "a reason for the level",
		"mitigation": "a mitigation",
	},
	"also": {"pending": {duty.item("/system/impactAssessment/individuals", sprintf(
		"The group %q is affected by the system, and no impact on it is listed.",
		[group],
	)) |
		rated != null
		some group in groups
		not group in {entry.group | some entry in rated}
	}},
})
