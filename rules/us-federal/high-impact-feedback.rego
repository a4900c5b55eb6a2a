# METADATA
# title: End users and the public are heard about a high-impact system
# description: >-
#   Feedback of end users and the public on a deployed high-impact system was sought, to be used in its design and
#   operation.
# custom:
#   id: high-impact-feedback
#   subject: system
#   controls: [iso42001:A.8.3]
#   severity: medium
#   remediation: >-
#     Ask end users and the public, say what follows, and record it under practices.publicConsultation: state,
#     completedOn and the evidence record.
#   parameters: []
#   duty: practice
package aims.rules.high_impact_feedback

import data.aims.lib.duty
import data.aims.lib.scope

default record := {}

record := input.system.practices.publicConsultation

verdict := duty.practice({
	"name": "The feedback of end users and the public",
	"concerns": scope.all_of([scope.deployed, scope.high_impact]),
	"record": record,
	"obligatory": "a deployed high-impact system",
	"at": "/system/practices/publicConsultation",
})
