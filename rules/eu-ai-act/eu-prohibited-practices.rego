# METADATA
# title: The system is screened against the prohibited practices
# description: >-
#   Every system that is not retired is screened against each prohibited practice whose ban applies on the day of the
#   assessment, again after a substantial change, and meets none of them.
# custom:
#   id: eu-prohibited-practices
#   subject: system
#   controls: [eu-ai-act:Art. 5, eu-ai-act:Art. 5(1), eu-ai-act:Art. 5(1)(a), eu-ai-act:Art. 5(1)(b), eu-ai-act:Art. 5(1)(ba), eu-ai-act:Art. 5(1)(bb), eu-ai-act:Art. 5(1)(c), eu-ai-act:Art. 5(1)(d), eu-ai-act:Art. 5(1)(e), eu-ai-act:Art. 5(1)(f), eu-ai-act:Art. 5(1)(g), eu-ai-act:Art. 5(1)(h)]
#   severity: critical
#   remediation: >-
#     Screen the system against each point of Art. 5(1) and record under regulatory.euAiAct.prohibitedPractices the
#     screening, the points that were looked at (pointsScreened) and those that are met (pointsMet). Stop what meets
#     one.
#   parameters: []
#   duty: practices
#   concerns: >-
#     Systems that the Act covers and that are not retired; each point from the day on which its ban applies.
#   states:
#     violation: >-
#       A point that is banned is recorded as met, or the screening is recorded as not done, as not applicable, or as
#       completed on a day in the future.
#     stale: >-
#       The screening was valid until a day that has passed, or the system was changed substantially since.
#     missing: >-
#       Nobody recorded the screening, a point that is banned is not among those screened, nobody recorded which points
#       are met, or the day of the screening or of a substantial change is not known.
#     pending: >-
#       The screening is under way.
#     observed: >-
#       The screening is done, with every point that is banned, and none is met.
package aims.rules.eu_prohibited_practices

import data.aims.lib.duty
import data.aims.lib.law
import data.aims.lib.scope

default practices := {}

practices := input.system.regulatory.euAiAct.prohibitedPractices

at := "/system/regulatory/euAiAct/prohibitedPractices"

concerned := scope.all_of([law.in_force("art-5"), scope.not_retired])

verdict := aside if {
	aside := duty.outside(concerned)
} else := duty.within(concerned, duty.all_of([screened, duty.current(last), says]))

screened := law.done({
	"name": "The screening against prohibited practices",
	"record": object.get(practices, "screening", {}),
	"at": concat("/", [at, "screening"]),
	"obligatory": "every system",
})

last := {
	"name": "The screening",
	"made": "completed",
	"on": object.get(practices, ["screening", "completedOn"], ""),
	"at": concat("/", [at, "screening/completedOn"]),
}

# The points whose ban applies on the day of the assessment.
banned contains point if {
	some point in object.keys(data.reference.eu_ai_act.elements["art-5.1"])
	count(law.in_force(concat(".", ["art-5.1", point])).inapplicable) == 0
}

says.violation contains duty.item(concat("/", [at, "pointsMet"]), sprintf("The system meets point %s of Art. 5(1), which is prohibited.", [point])) if {
	some point in practices.pointsMet
	point in banned
}

says.missing contains duty.item(concat("/", [at, "pointsScreened"]), sprintf("Nobody recorded that the system was screened against point %s of Art. 5(1).", [point])) if {
	some point in banned
	not point in object.get(practices, "pointsScreened", [])
}

says.missing contains duty.item(concat("/", [at, "pointsMet"]), "Nobody recorded which points of Art. 5(1) the system meets; an empty list says none.") if {
	not practices.pointsMet
}
