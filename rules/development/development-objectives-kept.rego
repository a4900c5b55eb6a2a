# METADATA
# title: The objectives for responsible development are documented
# description: >-
#   For every system that the organization builds there is a document with the objectives for its responsible development,
#   approved and in date.
# custom:
#   id: development-objectives-kept
#   subject: system
#   controls: [iso42001:A.6.1.2]
#   severity: low
#   remediation: >-
#     Record the document as evidence of the kind plan, policy, specification or register for A.6.1.2.
#   parameters: []
#   duty: record
package aims.rules.development_objectives_kept

import data.aims.lib.duty
import data.aims.lib.scope

verdict := duty.record(object.union(
	data.reference.records["development-objectives-kept"],
	{"concerns": scope.all_of([scope.begun, scope.developed])},
))
