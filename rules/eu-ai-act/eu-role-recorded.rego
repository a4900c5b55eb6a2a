# METADATA
# title: The role under the Act is recorded
# description: >-
#   The record says which role the organization has under the Act for the system, or why the Act does not cover the
#   system.
# custom:
#   id: eu-role-recorded
#   subject: system
#   controls: [eu-ai-act:Art. 2, eu-ai-act:Art. 2(1)]
#   severity: high
#   remediation: >-
#     Record the role under regulatory.euAiAct.role, and further roles under furtherRoles. Where the Act does not cover
#     the system, record covered no and the reason under coveredReason.
#   parameters: []
#   duty: fields
#   concerns: Systems that are not retired, from the day on which Art. 2 applies.
#   states:
#     missing: >-
#       Nobody recorded the role; whether the Act covers the system is recorded as unknown; or the record says that it
#       does not, and not why.
#     observed: >-
#       The role is recorded, or why the Act does not cover the system.
package aims.rules.eu_role_recorded

import data.aims.lib.duty
import data.aims.lib.law
import data.aims.lib.scope

concerned := scope.all_of([dated, scope.not_retired])

verdict := aside if {
	aside := duty.outside(concerned)
} else := duty.within(concerned, duty.all_of([says, duty.blank({
	"what": "whether the EU AI Act covers the system",
	"value": object.get(law.act, "covered", "yes"),
	"at": "/system/regulatory/euAiAct/covered",
})]))

dated := {"inapplicable": law.not_yet("art-2"), "unclear": set()}

says.missing contains item if {
	law.act.covered != "no"
	some item in law.role_unclear
}

says.missing contains item if {
	not law.act.covered
	some item in law.role_unclear
}

says.missing contains duty.item("/system/regulatory/euAiAct/coveredReason", "The record says that the EU AI Act does not cover the system, but not why.") if {
	law.act.covered == "no"
	not law.act.coveredReason
}

says.observed contains duty.item("/system/regulatory/euAiAct/coveredReason", sprintf("The EU AI Act does not cover the system: %s", [law.act.coveredReason])) if {
	law.act.covered == "no"
}

says.observed contains duty.item("/system/regulatory/euAiAct/role", sprintf("The role under the EU AI Act is recorded as %s.", [concat(", ", sort(law.roles))])) if {
	count(law.roles) > 0
}
