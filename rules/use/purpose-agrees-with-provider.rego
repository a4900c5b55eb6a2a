# METADATA
# title: The intended use is the one that the provider states
# description: >-
#   The intended use of a deployed system that others supply is the purpose that the provider states, in the same
#   words or as somebody found who compared the two.
# custom:
#   id: purpose-agrees-with-provider
#   subject: system
#   controls: [iso42001:A.9.4]
#   severity: high
#   remediation: >-
#     Take the purpose from the instructions of the provider, record it under use.providerPurpose with its source,
#     compare it with purpose.intendedUse and record agrees, checkedBy and checkedOn. Stop what lies outside, or agree
#     it with the provider.
#   parameters: []
#   duty: purpose
#   states:
#     violation: >-
#       Somebody found that the intended use lies outside of what the provider states.
#     missing: >-
#       The intended use, the purpose of the provider, or whether they agree, is blank or recorded as unknown.
#     pending: >-
#       They are said to agree, but not who compared them and when, or where the provider states it.
#     observed: >-
#       Both agree.
package aims.rules.purpose_agrees_with_provider

import data.aims.lib.duty
import data.aims.lib.scope

default stated := {}

stated := input.system.use.providerPurpose

default intended := ""

intended := input.system.purpose.intendedUse

at := "/system/use/providerPurpose"

concerned := scope.all_of([scope.deployed, scope.supplied])

verdict := aside if {
	aside := duty.outside(concerned)
} else := duty.within(concerned, duty.all_of([
	duty.blank({"what": "what the system is meant for", "value": intended, "at": "/system/purpose/intendedUse"}),
	duty.blank({
		"what": "what the provider states as the purpose",
		"value": object.get(stated, "text", ""),
		"at": concat("/", [at, "text"]),
	}),
	agreement,
]))

agreement := {"observed": {duty.item(at, "The intended use is recorded in the words of the provider.")}} if {
	same_words(intended, stated.text)
} else := duty.all_of([compared, duty.recorded({"name": "The comparison with the purpose of the provider", "record": stated, "at": at, "needs": {
	"source": "where the provider states it",
	"checkedBy": "somebody who compared",
	"checkedOn": "a day",
}})])

compared := duty.answer({
	"what": "whether the intended use lies within the purpose of the provider",
	"value": object.get(stated, "agrees", ""),
	"at": concat("/", [at, "agrees"]),
	"yes": "The intended use was found to lie within the purpose of the provider.",
	"no": "The intended use was found to lie outside of the purpose of the provider.",
})

same_words(one, other) if words(one) == words(other)

words(text) := [word | some word in split(lower(text), " "); word != ""]
