# METADATA
# title: Design and model card are about the version in use
# description: >-
#   For every system in a pilot or in use that the organization builds there are a design document and a model card about its version,
#   approved and in date.
# custom:
#   id: design-of-version
#   subject: system
#   controls: [iso42001:A.6.2.3]
#   severity: medium
#   remediation: >-
#     Record the design as evidence of kind design and the model card as evidence of kind model-card, both with
#     systemVersion.
#   parameters: []
#   duty: versioned
package aims.rules.design_of_version

import data.aims.lib.duty
import data.aims.lib.scope

concerned := scope.all_of([scope.in_use, scope.developed])

verdict := aside if {
	aside := duty.outside(concerned)
} else := duty.within(concerned, duty.all_of([
	duty.kept_for_version(data.reference.records["design-of-version"]),
	duty.kept_for_version(data.reference.records["model-card-of-version"]),
]))
