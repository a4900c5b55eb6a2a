# The risks that are registered for a system, and which of them the organization has to treat.
package aims.lib.risk_register

import data.aims.lib.duty
import data.aims.lib.scope

default recorded := null

recorded := input.system.risk.register

ranks := {"low": 1, "medium": 2, "high": 3}

at := "/system/risk/register"

place(number, field) := sprintf("%s/%d/%s", [at, number, field])

# A risk as a sentence names it.
named(risk) := duty.named("The risk", risk, "title")

# Numbers of the risks at the level from which the profile demands treatment, or above.
above(from) := {number |
	some number, risk in recorded
	ranks[risk.level] >= ranks[from]
}

# Nobody can tell whether these have to be treated.
unrated(from) := {outcome |
	some number, risk in recorded
	not ranks[object.get(risk, "level", "")]
	outcome := {"missing": {duty.item(place(number, "level"), sprintf(
		"%s has no level; nobody can tell whether it has to be treated (from %s upwards).",
		[named(risk), from],
	))}}
}

# The verdict over the risks, by what is found about some of them.
over(outcomes, none) := duty.over({
	"concerns": scope.not_retired,
	"what": "the risks of the system",
	"entries": recorded,
	"at": at,
	"outcomes": outcomes,
	"none": none,
})

# Likewise where the condition is about the risks that have to be treated.
over_above(outcomes, from) := over(outcomes | unrated(from), concat("", [
	"No risk has the level ",
	from,
	" or a higher one, from which risks have to be treated.",
]))

# Treatments of all risks: the treatment, where it stands, and how a sentence names it.
treatments contains {"treatment": treatment, "at": sprintf("%s/%d/treatments/%d", [at, number, index]), "name": sprintf("The treatment %q of the risk %q", [
	object.get(treatment, "what", "without words"),
	object.get(risk, "title", "without a name"),
])} if {
	some number, risk in recorded
	some index, treatment in risk.treatments
}
