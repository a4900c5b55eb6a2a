# The register of risks of the organization.
package aims.lib.organization_risks

import data.aims.lib.duty
import data.aims.lib.risk_register
import data.aims.lib.scope

ranks := risk_register.ranks

# null where nobody recorded the register.
default list := null

list := input.organization.risks

# What every check of the register has in common, see data.aims.lib.duty.each. Where all risks stand in the descriptors of
# the systems, the list is recorded as empty.
check := {
	"concerns": scope.everyone,
	"what": "the risks of the organization",
	"one": "The risk",
	"entries": list,
	"at": "/organization/risks",
	"name": "title",
	"mayBeEmpty": true,
}

# Numbers of the risks that have to be treated, going by the level from which that is required.
from(level) := {number |
	some number, risk in list
	ranks[risk.level] >= ranks[level]
}

# Risks of which nobody can tell whether they have to be treated.
unrated := {"missing": {duty.item(sprintf("/organization/risks/%d/level", [number]), sprintf(
	"%s has no recorded level; nobody can tell whether it has to be treated.",
	[named(risk)],
)) |
	some number, risk in list
	not ranks[risk.level]
}}

named(risk) := sprintf("The risk %q", [object.get(risk, "title", object.get(risk, "id", "without a title"))])
