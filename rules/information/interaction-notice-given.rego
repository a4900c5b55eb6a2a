# METADATA
# title: People are told that they deal with an AI system
# description: >-
#   Where people deal directly with a system in use, they are told that it is an AI system.
# custom:
#   id: interaction-notice-given
#   subject: system
#   controls: [iso42001:A.8.2]
#   severity: high
#   remediation: >-
#     Tell people at the beginning that they deal with an AI system, and record it under practices.userNotice: state,
#     completedOn and the evidence record. Record under information.directInteraction whether people deal with it
#     directly.
#   parameters: []
#   duty: notice
#   states:
#     violation: >-
#       People deal with it directly, and the notice is recorded as not given, or as not needed.
#     stale: >-
#       The last valid day of the notice has passed.
#     missing: >-
#       Whether people deal with it directly, or whether they are told, is blank or recorded as unknown.
#     pending: >-
#       The notice is under way.
#     observed: >-
#       People are told; or nobody deals with it directly.
package aims.rules.interaction_notice_given

import data.aims.lib.duty
import data.aims.lib.practice
import data.aims.lib.scope

default direct := ""

direct := input.system.information.directInteraction

default record := {}

record := input.system.practices.userNotice

at := "/system/information/directInteraction"

verdict := aside if {
	aside := duty.outside(scope.in_use)
} else := duty.within(scope.in_use, outcome)

outcome := duty.blank({"what": "whether people deal directly with the system", "value": direct, "at": at}) if {
	direct in {"", "unknown"}
}

outcome := {"observed": {duty.item(at, "Nobody deals directly with the system.")}} if direct == "no"

outcome := practice.outcome({
	"name": "The notice that it is an AI system",
	"record": record,
	"at": "/system/practices/userNotice",
	"obligatory": "a system with which people deal directly",
	"asOf": input.asOf,
}) if {
	direct == "yes"
}
