# METADATA
# title: Versions of what others supply are pinned
# description: >-
#   Each supplier of a system has the version that was agreed on, and it does not change by itself.
# custom:
#   id: supplier-versions-pinned
#   subject: system
#   controls: [iso42001:A.10.3]
#   severity: medium
#   remediation: >-
#     Agree with each supplier on a version, use that one, and record it under suppliers.pinnedVersion: a number or a
#     digest, not a name that moves on.
#   parameters: []
#   duty: each
#   states:
#     violation: >-
#       Or the version is a name that moves on, such as latest.
package aims.rules.supplier_versions_pinned

import data.aims.lib.duty
import data.aims.lib.lists
import data.aims.lib.scope

verdict := duty.each(object.union(lists.suppliers, {
	"concerns": scope.all_of([scope.not_retired, scope.supplied]),
	"needs": {"pinnedVersion": "a version"},
	"also": says,
}))

says.violation contains duty.item(sprintf("/system/suppliers/%d/pinnedVersion", [number]), sprintf(
	"The version %s of the supplier %q moves on by itself.",
	[supplier.pinnedVersion, supplier.name],
)) if {
	some number, supplier in lists.suppliers.entries
	lower(supplier.pinnedVersion) in data.reference.floating_versions.names
}
