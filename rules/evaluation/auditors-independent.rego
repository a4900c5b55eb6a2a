# METADATA
# title: Auditors do not audit their own work
# description: >-
#   Nobody who held an internal audit owns what the audit looked at.
# custom:
#   id: auditors-independent
#   subject: organization
#   controls: [iso42001:9.2.2]
#   severity: high
#   remediation: >-
#     Have somebody else audit the area, and record under auditors, areaOwners and systems of each audit who audited and
#     whose work it was.
#   parameters: []
#   duty: independence
#   states:
#     violation: >-
#       An auditor owns what was audited: by areaOwners, or as the owner of a system under systems; or the list of audits is
#       recorded as empty.
#     missing: >-
#       Nobody recorded the audits, who held one, or whose work it looked at.
#     observed: >-
#       No auditor owns what was audited, as far as the names tell.
package aims.rules.auditors_independent

import data.aims.lib.duty
import data.aims.lib.scope

default audits := null

audits := input.organization.audits

verdict := duty.within(scope.everyone, duty.all_of([says, duty.unlisted({
	"what": "the internal audits",
	"entries": audits,
	"at": "/organization/audits",
})]))

says.missing contains told(number, "nobody recorded who held it") if {
	some number, audit in audits
	count(object.get(audit, "auditors", [])) == 0
}

says.missing contains told(number, "nobody recorded whose work it looked at") if {
	some number, audit in audits
	count(owners(audit)) == 0
}

says.missing contains told(number, sprintf(unowned_words(id), [id])) if {
	some number, audit in audits
	some id in audit.systems
	not owner_of[id]
}

unowned_words(id) := "the system %s is not among those selected, and nobody can tell who owns it" if {
	input.selection
	not id in {system.id | some system in input.systems}
} else := "nobody recorded who owns the system %s"

says.violation contains told(number, sprintf("%s audited work of their own", [name])) if {
	some number, audit in audits
	some name in audit.auditors
	same(name) in owners(audit)
}

says.observed contains told(number, sprintf("%s audited no work of their own", [duty.listing(audit.auditors)])) if {
	some number, audit in audits
	count(owners(audit)) > 0
	count({name | some name in audit.auditors; not same(name) in owners(audit)}) == count(audit.auditors)
	count(audit.auditors) > 0
}

owners(audit) := {same(owner) | some owner in audit.areaOwners} | {owner_of[id] | some id in audit.systems}

owner_of[system.id] := same(system.owner) if some system in input.systems

same(name) := lower(trim_space(name))

told(number, words) := duty.item(
	sprintf("/organization/audits/%d", [number]),
	sprintf("%s: %s.", [duty.named("The internal audit", audits[number], "title"), words]),
)
