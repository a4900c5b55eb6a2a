# METADATA
# title: Each supplier has an assessment with a rating
# description: >-
#   Each supplier of a model, data or a service has the day of its assessment and the risk that was found.
# custom:
#   id: supplier-rated
#   subject: system
#   controls: [iso42001:A.10.3]
#   severity: medium
#   remediation: >-
#     Assess each supplier and record under suppliers: assessment.completedOn and rating.
#   parameters: []
#   duty: each
package aims.rules.supplier_rated

import data.aims.lib.duty
import data.aims.lib.lists
import data.aims.lib.scope

verdict := duty.each(object.union(lists.suppliers, {
	"concerns": scope.all_of([scope.not_retired, scope.supplied]),
	"needs": {"assessment/completedOn": "the day of an assessment", "rating": "a rating"},
}))
