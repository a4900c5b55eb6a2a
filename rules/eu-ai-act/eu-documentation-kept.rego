# METADATA
# title: The documents are kept for ten years after release
# description: >-
#   The provider of a high-risk system keeps the technical documentation, the documents of quality management and the
#   declaration of conformity for as long as the law asks for after the release, also when the system is retired. No
#   evidence record about them says less. Of a financial institution the law of financial services may ask for more.
# custom:
#   id: eu-documentation-kept
#   subject: system
#   controls: [eu-ai-act:Art. 18, eu-ai-act:Art. 18(1)]
#   severity: medium
#   remediation: >-
#     Set the retention of the documents and record it in days, counted from the release, under
#     regulatory.euAiAct.documentationRetentionDays. Mend evidence records that say less: their retentionDays, or the
#     period for their kind under documentControl.retention of the organization.
#   parameters: []
#   duty: kept
#   concerns: >-
#     High-risk systems, deployed or retired, of which the organization is the provider, from the day on which Art. 18
#     applies.
#   states:
#     violation: >-
#       The documents, or one of the evidence records about them, are kept for fewer days.
#     missing: >-
#       Nobody recorded for how long the documents are kept; or whether the organization is a financial institution, or
#       for how long the law of financial services asks such a one to keep them.
#     observed: >-
#       The documents are kept long enough.
package aims.rules.eu_documentation_kept

import data.aims.lib.duty
import data.aims.lib.law
import data.aims.lib.retention
import data.aims.lib.scope

concerned := scope.all_of([law.high_risk("art-18"), role, law.released])

verdict := aside if {
	aside := duty.outside(concerned)
} else := duty.within(concerned, duty.all_of([retention.kept(documents), retention.of_records(documents)]))

documents := {
	"what": "the documents are",
	"days": object.get(law.act, "documentationRetentionDays", null),
	"at": "/system/regulatory/euAiAct/documentationRetentionDays",
	"records": "documents",
	"only": {"aia-18-1", "aia-19-2"},
	"numbers": retention.numbers_about(data.reference.retention["aia-18-1"].shows),
}

role := law.acting({"provider", "product-manufacturer"}, "provider")
