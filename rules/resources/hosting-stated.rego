# METADATA
# title: Where a system runs and on what is stated
# description: >-
#   Every system in a pilot or in use records the location and provider of each hosting, and the kind of each computing
#   resource.
# custom:
#   id: hosting-stated
#   subject: system
#   controls: [iso42001:A.4.5]
#   severity: medium
#   remediation: >-
#     Record under resources.hosting location and provider, and under resources.compute type and capacity.
#   parameters: []
#   duty: each
package aims.rules.hosting_stated

import data.aims.lib.duty
import data.aims.lib.scope

default resources := {}

resources := input.system.resources

verdict := aside if {
	aside := duty.outside(scope.in_use)
} else := duty.within(scope.in_use, duty.all_of([
	duty.entered({
		"what": "the hosting of the system",
		"one": "The hosting",
		"entries": object.get(resources, "hosting", null),
		"at": "/system/resources/hosting",
		"name": "location",
		"needs": {"location": "a location", "provider": "a provider"},
	}),
	duty.entered({
		"what": "the computing resources of the system",
		"one": "The computing resource",
		"entries": object.get(resources, "compute", null),
		"at": "/system/resources/compute",
		"name": "type",
		"needs": {"type": "a type", "capacity": "a capacity"},
	}),
]))
