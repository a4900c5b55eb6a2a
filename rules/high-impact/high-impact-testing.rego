# METADATA
# title: Testing before a high-impact system is used
# description: >-
#   A deployed high-impact system was tested under conditions like those of its use, and the test is recent enough.
# custom:
#   id: high-impact-testing
#   subject: system
#   controls: [iso42001:A.6.2.4]
#   severity: high
#   remediation: >-
#     Test the system against its intended use and record the result under practices.testing: state, completedOn and
#     the evidence record of the test report. Repeat the test before it is older than the limit.
#   parameters: [testing-max-age]
#   duty: practice
package aims.rules.high_impact_testing

import data.aims.lib.duty
import data.aims.lib.scope

default record := {}

record := input.system.practices.testing

verdict := duty.practice({
	"concerns": scope.all_of([scope.deployed, scope.high_impact]),
	"name": "Testing",
	"record": record,
	"at": "/system/practices/testing",
	"obligatory": "a deployed high-impact system",
	"maxAgeDays": data.params["testing-max-age"],
})
