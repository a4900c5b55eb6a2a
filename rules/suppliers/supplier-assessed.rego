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
package aims.rules.supplier_assessed

import data.aims.lib.practice
import data.aims.lib.reasons

default suppliers := []

suppliers := input.system.suppliers

bought if input.system.acquisition in {"purchased", "mixed"}

acquired := sprintf("The system is recorded as %s", [input.system.acquisition]) if {
	input.system.acquisition != "unknown"
}

acquired := "How the system was acquired is recorded as unknown" if input.system.acquisition == "unknown"

acquired := "Nobody recorded how the system was acquired" if not input.system.acquisition

retired if input.system.lifecycle.stage == "retired"

outcomes contains practice.outcome({
	"name": sprintf("The assessment of the supplier %s", [supplier.name]),
	"record": object.get(supplier, "assessment", {}),
	"at": sprintf("/system/suppliers/%d/assessment", [index]),
	"obligatory": "every supplier of an AI system",
	"asOf": input.asOf,
	"maxAgeDays": data.params["supplier-assessment-max-age"],
}) if {
	some index, supplier in suppliers
}

# METADATA
# description: The system is not retired, and it is recorded as purchased, wholly or in part, or lists a supplier.
applicable if {
	not retired
	bought
}

applicable if {
	not retired
	suppliers != []
}

inapplicable contains reasons.retired(input.system.lifecycle.stage)

inapplicable contains {
	"message": sprintf(
		"%s, and no supplier is listed; the rule concerns systems that are purchased or have suppliers.",
		[acquired],
	),
	"at": "/system/acquisition",
} if {
	not bought
	suppliers == []
}

# METADATA
# description: >-
#   The assessment of a supplier is recorded as not done, as not applicable, or as completed on a day in the future.
violation contains item if some item in outcomes[_].violation

# METADATA
# description: >-
#   A supplier was assessed, but longer ago than supplier-assessment-max-age allows, or the last valid day has passed.
stale contains item if some item in outcomes[_].stale

# METADATA
# description: >-
#   A purchased system names no supplier; or nothing is recorded about the assessment of a supplier, its state is
#   recorded as unknown, or a date cannot be read.
missing contains {
	"message": sprintf("The system is recorded as %s, but no supplier is listed.", [words]),
	"at": "/system/suppliers",
} if {
	bought
	suppliers == []
	words := {"purchased": "purchased", "mixed": "purchased in part"}[input.system.acquisition]
}

missing contains item if some item in outcomes[_].missing

# METADATA
# description: The assessment of a supplier is in progress.
pending contains item if some item in outcomes[_].pending

# METADATA
# description: >-
#   Every supplier listed was assessed, and the assessment is still valid. Done without a date counts, and the message
#   says that no date is recorded.
observed contains item if some item in outcomes[_].observed
