# METADATA
# title: Suppliers are assessed
# description: >-
#   Every supplier that a system in the inventory depends on was assessed, recently enough; a purchased system names
#   its suppliers.
# custom:
#   id: supplier-assessed
#   subject: system
#   controls: [iso42001:A.10.3]
#   severity: medium
#   remediation: >-
#     List the suppliers of the system under suppliers, assess each of them against your requirements for AI, and
#     record the assessment there: state, completedOn and the evidence record. Repeat it before it is older than the
#     limit.
#   parameters: [supplier-assessment-max-age]
#   duty: practice
#   concerns: >-
#     The system is not retired, and it is recorded as purchased, wholly or in part, or lists a supplier.
#   states:
#     missing: >-
#       Or a purchased system names no supplier.
#     observed: >-
#       That holds for every supplier listed.
package aims.rules.supplier_assessed

import data.aims.lib.duty
import data.aims.lib.practice
import data.aims.lib.scope

default suppliers := []

suppliers := input.system.suppliers

default acquisition := ""

acquisition := input.system.acquisition

concerned := scope.all_of([scope.not_retired, supplied])

verdict := aside if {
	aside := duty.outside(concerned)
} else := duty.within(concerned, duty.all_of(assessments | {{"missing": unnamed}}))

assessments contains practice.outcome({
	"name": sprintf("The assessment of the supplier %s", [supplier.name]),
	"record": object.get(supplier, "assessment", {}),
	"at": sprintf("/system/suppliers/%d/assessment", [index]),
	"obligatory": "every supplier of an AI system",
	"asOf": input.asOf,
	"maxAgeDays": data.params["supplier-assessment-max-age"],
}) if {
	some index, supplier in suppliers
}

bought := {"purchased": "purchased", "mixed": "purchased in part"}

unnamed contains duty.item("/system/suppliers", sprintf(
	"The system is recorded as %s, but no supplier is listed.",
	[bought[acquisition]],
)) if {
	suppliers == []
}

supplied := {"unclear": set(), "inapplicable": {reason |
	suppliers == []
	not bought[acquisition]
	reason := duty.item("/system/acquisition", sprintf(
		"%s, and no supplier is listed; the rule concerns systems that are purchased or have suppliers.",
		[acquired],
	))
}}

acquired := {
	"": "Nobody recorded how the system was acquired",
	"unknown": "How the system was acquired is recorded as unknown",
}[acquisition]

acquired := sprintf("The system is recorded as %s", [acquisition]) if not acquisition in {"", "unknown"}
