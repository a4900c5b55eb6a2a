# METADATA
# title: Data sets have a known origin, checked quality and an examination for bias
# description: >-
#   The provider of a deployed high-risk system knows where each data set comes from, has checked its quality, and has
#   examined the data for bias.
# custom:
#   id: eu-data-governance
#   subject: system
#   controls: [eu-ai-act:Art. 10, eu-ai-act:Art. 10(2), eu-ai-act:Art. 10(2)(b), eu-ai-act:Art. 10(2)(f), eu-ai-act:Art. 10(3)]
#   severity: high
#   remediation: >-
#     Record each data set under data.sets with origin and quality, and the examination for bias with the measures
#     against it under regulatory.euAiAct.biasExamination.
#   parameters: []
#   duty: practices
#   concerns: From the day on which Art. 10 applies.
#   states:
#     violation: >-
#       The list of data sets is empty; or a check is recorded as not done, as not applicable or as completed on a day
#       in the future.
#     stale: >-
#       A check was valid until a day that has passed.
#     missing: >-
#       Nobody recorded the data sets, where one comes from, how far a check got, or the examination for bias.
#     pending: >-
#       A check or the examination is under way.
#     observed: >-
#       The data sets are recorded, and the checks and the examination are done.
package aims.rules.eu_data_governance

import data.aims.lib.duty
import data.aims.lib.law

default act := {}

act := input.system.regulatory.euAiAct

concerned := law.provider("art-10")

verdict := aside if {
	aside := duty.outside(concerned)
} else := duty.within(concerned, duty.all_of([bias, listed, origins, qualities]))

bias := law.done({
	"name": "The examination for bias",
	"record": object.get(act, "biasExamination", {}),
	"at": "/system/regulatory/euAiAct/biasExamination",
	"obligatory": "the provider of a high-risk system",
})

sets := object.get(input.system, ["data", "sets"], null)

listed := duty.listed({"what": "any data set", "entries": "data sets", "value": sets, "at": "/system/data/sets"})

origins := duty.all_of({found |
	some number, set in sets
	found := duty.blank({
		"what": sprintf("where the data set %s comes from", [set.name]),
		"value": object.get(set, "origin", ""),
		"at": sprintf("/system/data/sets/%d/origin", [number]),
	})
})

qualities := duty.all_of({found |
	some number, set in sets
	found := law.done({
		"name": sprintf("The check of the quality of the data set %s", [set.name]),
		"record": object.get(set, "quality", {}),
		"at": sprintf("/system/data/sets/%d/quality", [number]),
		"obligatory": "the data of a high-risk system",
	})
})
