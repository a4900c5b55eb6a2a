# METADATA
# title: Who answers for what is agreed with each supplier
# description: >-
#   Each supplier of a system has an entry about who answers for what, and what it supplies.
# custom:
#   id: supplier-responsibilities-set
#   subject: system
#   controls: [iso42001:A.10.2]
#   severity: medium
#   remediation: >-
#     Record under suppliers, for each, what it supplies (service) and who answers for what over the life of the
#     system (responsibilities).
#   parameters: []
#   duty: each
package aims.rules.supplier_responsibilities_set

import data.aims.lib.duty
import data.aims.lib.lists
import data.aims.lib.scope

verdict := duty.each(object.union(lists.suppliers, {
	"concerns": scope.all_of([scope.not_retired, scope.supplied]),
	"needs": {"service": "what it supplies", "responsibilities": "who answers for what"},
}))
