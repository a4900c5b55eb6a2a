# METADATA
# title: Every deployed system was tested
# description: >-
#   Every deployed system was tested against its intended use, and the test is recent enough.
# custom:
#   id: testing-completed
#   subject: system
#   controls: [iso42001:A.6.2.4]
#   severity: high
#   remediation: >-
#     Test the system against its intended use, with criteria fixed beforehand, and record the result under
#     practices.testing: state, completedOn and the evidence record of the test report. Repeat the test before it is
#     older than the limit.
#   parameters: [testing-max-age]
#   duty: practice
package aims.rules.testing_completed

import data.aims.lib.duty
import data.aims.lib.scope

default record := {}

record := input.system.practices.testing

verdict := duty.practice({
	"concerns": scope.deployed,
	"name": "Testing",
	"record": record,
	"at": "/system/practices/testing",
	"obligatory": "every deployed system",
	"maxAgeDays": data.params["testing-max-age"],
})
