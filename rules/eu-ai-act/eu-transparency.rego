# METADATA
# title: People learn that AI is at work
# description: >-
#   The record says which cases of Art. 50 a deployed system meets, and for each whose day has come the provider or
#   deployer does what it asks for: notice, marking or disclosure.
# custom:
#   id: eu-transparency
#   subject: system
#   controls: [eu-ai-act:Art. 50, eu-ai-act:Art. 50(1), eu-ai-act:Art. 50(2), eu-ai-act:Art. 50(3), eu-ai-act:Art. 50(4)]
#   severity: high
#   remediation: >-
#     Record under regulatory.euAiAct.transparency the cases that the system meets (an empty list where it meets none),
#     and what is done about each: interaction, marking, emotionOrBiometric or disclosure, with state, completedOn and
#     the evidence record.
#   parameters: []
#   duty: practices
#   concerns: >-
#     Deployed systems of any class of which the organization is the provider or the deployer; the marking of synthetic
#     content by older systems from a later day.
#   states:
#     violation: >-
#       A measure is recorded as not done, as not applicable or as completed on a day in the future.
#     stale: >-
#       A measure was valid until a day that has passed.
#     missing: >-
#       Nobody recorded which cases the system meets, or a measure that one of them asks for; or the day from which one
#       counts depends on the placing on the market, which is blank.
#     pending: >-
#       A measure is under way.
#     observed: >-
#       The cases are recorded, and every measure that they ask for is done.
package aims.rules.eu_transparency

import data.aims.lib.duty
import data.aims.lib.law
import data.aims.lib.scope

default transparency := {}

transparency := input.system.regulatory.euAiAct.transparency

concerned := scope.all_of([law.in_force("art-50"), law.provider_or_deployer, scope.deployed])

verdict := aside if {
	aside := duty.outside(concerned)
} else := duty.within(concerned, duty.all_of({says} | measures))

providers := {"provider", "product-manufacturer"}

asked := {
	"interaction": {"of": providers, "by": "art-50.1", "field": "interaction", "name": "The notice that people deal with AI"},
	"synthetic-content": {"of": providers, "by": "art-50.2", "field": "marking", "name": "The marking of synthetic content"},
	"emotion-or-biometric": {"of": {"deployer"}, "by": "art-50.3", "field": "emotionOrBiometric", "name": "The notice about emotions or biometrics"},
	"deep-fake": {"of": {"deployer"}, "by": "art-50.4", "field": "disclosure", "name": "The disclosure of artificial content"},
	"public-text": {"of": {"deployer"}, "by": "art-50.4", "field": "disclosure", "name": "The disclosure of artificial content"},
}

measures contains object.remove(
	duty.within(law.in_force(asked[met].by), law.done({
		"name": asked[met].name,
		"record": object.get(transparency, asked[met].field, {}),
		"at": concat("/", ["/system/regulatory/euAiAct/transparency", asked[met].field]),
		"obligatory": "a system that meets the case",
	})),
	["applicable", "inapplicable"],
) if {
	some met in transparency.cases
	count(law.roles & asked[met].of) > 0
}

says.missing contains duty.item("/system/regulatory/euAiAct/transparency/cases", "Nobody recorded which cases of Art. 50 the system meets; an empty list says none.") if {
	not transparency.cases
}

says.observed contains duty.item("/system/regulatory/euAiAct/transparency/cases", sprintf("Cases of Art. 50 that the system meets: %d recorded.", [count(transparency.cases)])) if {
	transparency.cases
}
