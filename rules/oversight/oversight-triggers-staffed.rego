# METADATA
# title: Somebody steps in on each occasion
# description: >-
#   For each occasion on which a person has to step in, a system that decides names who does, and where the outcome
#   is recorded.
# custom:
#   id: oversight-triggers-staffed
#   subject: system
#   controls: [iso42001:A.9.2]
#   severity: high
#   remediation: >-
#     Record under oversight.triggers, for each occasion, the reviewer and the record where the outcome is kept.
#   parameters: []
#   duty: each
package aims.rules.oversight_triggers_staffed

import data.aims.lib.duty
import data.aims.lib.scope

default triggers := null

triggers := input.system.oversight.triggers

verdict := duty.each({
	"concerns": scope.deciding,
	"what": "the occasions on which a person has to step in",
	"one": "The occasion",
	"entries": triggers,
	"at": "/system/oversight/triggers",
	"name": "condition",
	"needs": {"reviewer": "a reviewer", "record": "a place for the outcome"},
})
