# METADATA
# title: The logging configuration agrees with the record
# description: >-
#   The configuration of event logging of a deployed system is on file, and the retention that it sets is the one on
#   record.
# custom:
#   id: logging-configuration-agrees
#   subject: system
#   controls: [iso42001:A.6.2.8]
#   severity: medium
#   remediation: >-
#     Keep the configuration as an evidence record of kind configuration for iso42001:A.6.2.8, with its SHA-256, and
#     record what it sets under logging.configuration. Where it differs, mend the setting or the record.
#   parameters: [logging-configuration-max-age]
#   duty: record
#   states:
#     violation: >-
#       Or the configuration sets another retention than the one on record.
#     missing: >-
#       Or the retention, on record or as set, is blank.
#     observed: >-
#       Both retentions agree.
package aims.rules.logging_configuration_agrees

import data.aims.lib.duty
import data.aims.lib.scope

default logging := {}

logging := input.system.logging

verdict := duty.record(object.union(data.reference.records["logging-configuration-agrees"], {
	"concerns": scope.deployed,
	"maxAgeDays": data.params["logging-configuration-max-age"],
	"also": agreement,
}))

agreement := duty.agrees({
	"one": {
		"what": "for how many days the configuration keeps event logs",
		"value": object.get(logging, ["configuration", "retentionDays"], ""),
		"at": "/system/logging/configuration/retentionDays",
	},
	"other": {
		"what": "for how many days event logs are kept",
		"value": object.get(logging, "retentionDays", ""),
		"at": "/system/logging/retentionDays",
	},
	"agree": "The configuration keeps event logs for %v days, and the record says %v.",
	"differ": "The configuration keeps event logs for %v days, but the record says %v.",
})
