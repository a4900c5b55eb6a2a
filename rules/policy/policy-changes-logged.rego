# METADATA
# title: The log of changes of the AI policy is complete
# description: >-
#   Each version of the AI policy, the one in force among them, is recorded with its date, what was changed and who
#   approved it.
# custom:
#   id: policy-changes-logged
#   subject: organization
#   controls: [iso42001:A.2.4]
#   severity: low
#   remediation: >-
#     Record each version under policy.changes with version, on, what and approvedBy, also the one under policy.version.
#   parameters: []
#   duty: each
#   states:
#     missing: >-
#       Nobody recorded which version of the AI policy is in force.
#     pending: >-
#       The version in force is not in the log.
#     observed: >-
#       The version in force is in the log.
package aims.rules.policy_changes_logged

import data.aims.lib.duty
import data.aims.lib.scope

default policy := {}

policy := input.organization.policy

changes := object.get(policy, "changes", null)

verdict := duty.each({
	"concerns": scope.everyone,
	"what": "the changes of the AI policy",
	"one": "The version",
	"entries": changes,
	"at": "/organization/policy/changes",
	"name": "version",
	"needs": {"on": "a date", "what": "what was changed", "approvedBy": "who approved it"},
	"also": in_force,
})

in_force := {"missing": {duty.item("/organization/policy/version", "Nobody recorded which version of the AI policy is in force.")}} if {
	not policy.version
} else := {"observed": {duty.item("/organization/policy/version", sprintf("The version in force, %s, is in the log.", [policy.version]))}} if {
	some change in changes
	change.version == policy.version
} else := {"pending": {duty.item("/organization/policy/version", sprintf("The version in force, %s, is not in the log.", [policy.version]))}}
