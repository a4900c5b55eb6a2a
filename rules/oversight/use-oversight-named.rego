# METADATA
# title: A use of high risk has somebody who oversees it
# description: >-
#   Each use from the demanded risk tier upwards names the person who oversees it; a use without a tier of its own
#   has that of the system.
# custom:
#   id: use-oversight-named
#   subject: system
#   controls: [iso42001:A.9.2]
#   severity: high
#   remediation: >-
#     Record under use.uses the tier of each use and, from the demanded tier upwards, the person who oversees it under
#     overseer.person.
#   parameters: [oversight-required-from]
#   duty: oversight
#   states:
#     missing: >-
#       Nobody recorded the uses, or nobody is recorded who oversees a use that needs it, or neither the use nor the
#       system has a risk tier.
#     pending: >-
#       For a use that needs it a unit or a contact is recorded but no person, or the person is appointed only from a
#       later day on.
#     observed: >-
#       A use names who oversees it, or its tier does not demand it; or the list says that there is none.
package aims.rules.use_oversight_named

import data.aims.lib.duty
import data.aims.lib.lists
import data.aims.lib.scope
import data.aims.lib.tiers

required_from := data.params["oversight-required-from"]

# Without a tier from which it is demanded there is no verdict.
verdict := aside if {
	required_from
	aside := duty.outside(scope.in_use)
} else := duty.within(scope.in_use, duty.all_of({lists.no_use} | overseers)) if {
	required_from
}

overseers contains overseen(use, object.get(use, "tier", scope.tier), sprintf("/system/use/uses/%d", [number])) if {
	some number, use in lists.uses.entries
}

overseen(use, tier, at) := duty.all_of(duty.holding({
	"name": sprintf("the person who oversees the use %q", [use.name]),
	"question": sprintf("who oversees the use %q, whose risk tier is %s; somebody has to from %s upwards", [use.name, tier, required_from]),
	"record": object.get(use, "overseer", {}),
	"at": concat("/", [at, "overseer"]),
})) if {
	tiers.at_least(tier, required_from)
} else := {"observed": {duty.item(concat("/", [at, "tier"]), sprintf(
	"The risk tier of the use %q is %s; a person who oversees it is demanded from %s upwards.",
	[use.name, tier, required_from],
))}} if {
	tiers.ranks[tier]
} else := duty.blank({
	"what": sprintf("the risk tier of the use %q", [use.name]),
	"value": tier,
	"at": concat("/", [at, "tier"]),
})
