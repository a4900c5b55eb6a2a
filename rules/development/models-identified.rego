# METADATA
# title: Every model is identified
# description: >-
#   Each model inside of a system that is built or used is recorded with name, version, technique and origin.
# custom:
#   id: models-identified
#   subject: system
#   controls: [iso42001:A.6.2.3]
#   severity: medium
#   remediation: >-
#     Record under models for each model: name, version, technique and origin.
#   parameters: []
#   duty: each
package aims.rules.models_identified

import data.aims.lib.duty
import data.aims.lib.models
import data.aims.lib.scope

verdict := duty.each({
	"concerns": scope.begun,
	"what": "the models inside of the system",
	"one": "The model",
	"entries": models.recorded,
	"at": "/system/models",
	"name": "name",
	"needs": {"name": "its name", "version": "a version", "technique": "a technique", "origin": "an origin"},
})
