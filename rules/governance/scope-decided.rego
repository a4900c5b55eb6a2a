# METADATA
# title: Every system is in the scope of the management system or left out for a reason
# description: >-
#   Every system records whether the AI management system covers it. One that is left out says why, who approved that and
#   when.
# custom:
#   id: scope-decided
#   subject: system
#   controls: [iso42001:4.3]
#   severity: medium
#   remediation: >-
#     Record scope.status. Where it is excluded, record scope.reason, scope.approvedBy and scope.decidedOn, too.
#   parameters: []
#   duty: fields
#   states:
#     missing: >-
#       Nobody recorded whether the system is in scope; or it is excluded, and neither reason nor approval is recorded.
#     pending: >-
#       The system is excluded without a reason, an approval or its day.
#     observed: >-
#       The system is in scope, or excluded with a reason and an approval.
package aims.rules.scope_decided

import data.aims.lib.duty
import data.aims.lib.scope

default decision := {}

decision := input.system.scope

status := object.get(decision, "status", "")

verdict := duty.within(scope.everyone, outcome)

outcome := duty.recorded({
	"name": "The exclusion from the scope",
	"record": decision,
	"at": "/system/scope",
	"needs": {"reason": "a reason", "approvedBy": "who approved it", "decidedOn": "the day of the decision"},
}) if {
	status == "excluded"
} else := duty.filled({
	"what": "whether the management system covers the system",
	"value": status,
	"at": "/system/scope/status",
	"said": sprintf("The scope of the management system is recorded: %s.", [status]),
})
