# METADATA
# title: Risk treatments have their effect
# description: >-
#   Somebody looked whether each treatment that was carried out had the effect that it was chosen for, and found that it had.
# custom:
#   id: treatments-effective
#   subject: organization
#   controls: [iso42001:8.3]
#   severity: medium
#   remediation: >-
#     Check the effect after the treatment is carried out, and record it under effectiveness: checkedOn, by and result.
#     Where it had none, choose another treatment.
#   parameters: []
#   duty: effective
#   states:
#     missing: >-
#       Or no risk of the register has a treatment.
package aims.rules.treatments_effective

import data.aims.lib.duty
import data.aims.lib.scope
import data.aims.lib.treatments

verdict := duty.effective({
	"concerns": scope.everyone,
	"what": "the treatments of risks",
	"entries": treatments.recorded,
	"at": "/organization/risks",
})
