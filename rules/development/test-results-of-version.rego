# METADATA
# title: Test results are about the version in use
# description: >-
#   For every system in a pilot or in use there is a test report about its version, and each of the results is recorded with
#   its limit.
# custom:
#   id: test-results-of-version
#   subject: system
#   controls: [iso42001:A.6.2.4]
#   severity: high
#   remediation: >-
#     Test each release, record the report as evidence of kind test-report with systemVersion, and the results under
#     development.verification.results with name, operator, threshold and value.
#   parameters: []
#   duty: versioned
#   states:
#     violation: >-
#       Or the list of results is recorded as empty.
#     missing: >-
#       Or nobody recorded the results.
#     pending: >-
#       Or a result has no name, limit or value.
package aims.rules.test_results_of_version

import data.aims.lib.duty
import data.aims.lib.scope
import data.aims.lib.verification

verdict := duty.versioned(object.union(data.reference.records["test-results-of-version"], {
	"concerns": scope.in_use,
	"also": duty.entered({
		"what": "the test results of the system",
		"one": "The result",
		"entries": verification.results,
		"at": sprintf("%s/results", [verification.at]),
		"name": "name",
		"needs": {"name": "its name", "operator": "an operator", "threshold": "a threshold", "value": "a value"},
	}),
}))
