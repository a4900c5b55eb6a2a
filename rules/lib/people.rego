# Whether a system takes part in decisions about people.
package aims.lib.people

import data.aims.lib.duty
import data.aims.lib.scope

# METADATA
# description: >-
#   The system takes part in decisions about people, or the record does not say whether it does.
# custom:
#   states:
#     missing: >-
#       Nobody recorded whether it does, or it is recorded as unknown: then nothing else is said.
decided_about := {
	"inapplicable": {duty.item(
		"/system/decisions/aboutPeople",
		"The decisions of the system are recorded as not about people; the rule concerns systems that decide about people.",
	) |
		scope.decisions.aboutPeople == "no"
	},
	"unclear": object.get(
		duty.blank({
			"what": "whether the system takes part in decisions about people",
			"value": object.get(scope.decisions, "aboutPeople", ""),
			"at": "/system/decisions/aboutPeople",
		}),
		"missing", set(),
	),
}
