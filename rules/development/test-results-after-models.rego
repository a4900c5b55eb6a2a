# METADATA
# title: Test results are newer than the models
# description: >-
#   The tests of a system in a pilot or in use were completed after each of its models came about.
# custom:
#   id: test-results-after-models
#   subject: system
#   controls: [iso42001:A.6.2.4]
#   severity: high
#   remediation: >-
#     Test again with each version of a model. Record development.verification.completedOn, and since when there is the
#     model under models.releasedOn.
#   parameters: []
#   duty: newer
#   states:
#     missing: >-
#       Or nobody recorded the models inside of the system.
package aims.rules.test_results_after_models

import data.aims.lib.duty
import data.aims.lib.models
import data.aims.lib.scope
import data.aims.lib.verification

verdict := duty.over({
	"concerns": scope.in_use,
	"what": "the models inside of the system",
	"entries": models.recorded,
	"at": "/system/models",
	"outcomes": {duty.outlasting({
		"name": "The tests of the system",
		"verb": "were",
		"made": "completed",
		"on": object.get(verification.record, "completedOn", ""),
		"at": concat("", [verification.at, "/completedOn"]),
		"others": models.releases,
	})},
})
