# METADATA
# title: The documents are kept for ten years after release
# description: >-
#   The provider of a high-risk system keeps the technical documentation, the documents of quality management and the
#   declaration of conformity for as long as the law asks for after the release, also when the system is retired.
# custom:
#   id: eu-documentation-kept
#   subject: system
#   controls: [eu-ai-act:Art. 18, eu-ai-act:Art. 18(1)]
#   severity: medium
#   remediation: >-
#     Set the retention of the documents and record it in days, counted from the release, under
#     regulatory.euAiAct.documentationRetentionDays.
#   parameters: []
#   duty: kept
#   concerns: >-
#     High-risk systems, deployed or retired, of which the organization is the provider, from the day on which Art. 18
#     applies.
#   states:
#     violation: >-
#       The documents are kept for fewer days.
#     missing: >-
#       Nobody recorded for how long the documents are kept.
#     observed: >-
#       The documents are kept long enough.
package aims.rules.eu_documentation_kept

import data.aims.lib.duty
import data.aims.lib.law
import data.aims.lib.scope

concerned := scope.all_of([law.high_risk("art-18"), role, law.released])

verdict := aside if {
	aside := duty.outside(concerned)
} else := duty.within(concerned, law.kept({
	"name": "The documents",
	"days": object.get(law.act, "documentationRetentionDays", null),
	"period": "aia-18-1",
	"at": "/system/regulatory/euAiAct/documentationRetentionDays",
}))

role := law.acting({"provider", "product-manufacturer"}, "provider")
