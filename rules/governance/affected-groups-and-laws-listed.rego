# METADATA
# title: Affected groups and applicable laws are listed
# description: >-
#   Every system that is not retired lists the groups of people whom it affects, and the laws that apply to it with what
#   each of them demands.
# custom:
#   id: affected-groups-and-laws-listed
#   subject: system
#   controls: [iso42001:4.2]
#   severity: medium
#   remediation: >-
#     List the groups under purpose.affectedGroups, and each law or contract under laws with its name and what it demands.
#     Record an empty list of laws where somebody looked and found none.
#   parameters: []
#   duty: list
#   states:
#     violation: >-
#       The list of affected groups is recorded as empty.
#     missing: >-
#       Nobody recorded the affected groups, or the laws.
#     pending: >-
#       A law is listed without its name or what it demands.
#     observed: >-
#       Groups are listed, or a law with what it demands; or the laws are recorded as none.
package aims.rules.affected_groups_and_laws_listed

import data.aims.lib.duty
import data.aims.lib.scope

default groups := null

groups := input.system.purpose.affectedGroups

default laws := null

laws := input.system.laws

verdict := aside if {
	aside := duty.outside(scope.not_retired)
} else := duty.within(scope.not_retired, duty.all_of([
	duty.listed({
		"what": "which groups the system affects",
		"entries": "groups affected by the system",
		"value": groups,
		"at": "/system/purpose/affectedGroups",
	}),
	duty.entered({
		"what": "the laws that apply to the system",
		"one": "The law",
		"entries": laws,
		"at": "/system/laws",
		"name": "name",
		"needs": {"name": "its name", "demands": "what it demands"},
		"mayBeEmpty": true,
	}),
]))
