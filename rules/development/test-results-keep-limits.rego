# METADATA
# title: Test results keep their limits or an exception is approved
# description: >-
#   Each test result of a system in a pilot or in use keeps its limit; or somebody approved an exception, with a reason.
# custom:
#   id: test-results-keep-limits
#   subject: system
#   controls: [iso42001:A.6.2.4]
#   severity: high
#   remediation: >-
#     Improve the system until the limit is kept, or have an exception approved and record approvedBy, approvedOn and
#     reason under exception of the result.
#   parameters: []
#   duty: limit
#   states:
#     violation: >-
#       A result breaks its limit, and no exception is recorded, or one that was approved in the future; or the list of results is recorded as empty.
#     missing: >-
#       Nobody recorded the results, or a result has no value, operator or threshold.
#     pending: >-
#       A result breaks its limit, and its exception has no approval, day or reason.
#     observed: >-
#       The limit is kept, or an exception is approved.
package aims.rules.test_results_keep_limits

import data.aims.lib.dates
import data.aims.lib.duty
import data.aims.lib.scope
import data.aims.lib.verification

verdict := aside if {
	aside := duty.outside(scope.in_use)
} else := duty.within(scope.in_use, duty.all_of(kept | {listed}))

listed := object.remove(
	duty.listed({
		"what": "the test results of the system",
		"entries": "test results of the system",
		"value": verification.results,
		"at": sprintf("%s/results", [verification.at]),
	}),
	["observed"],
)

kept contains excepted(number, entry) if some number, entry in verification.results

excepted(number, entry) := duty.recorded({
	"name": sprintf("The exception for %s", [duty.named("the result", entry, "name")]),
	"record": entry.exception,
	"at": sprintf("%s/results/%d/exception", [verification.at, number]),
	"needs": {"approvedBy": "an approval", "approvedOn": "the day of the approval", "reason": "a reason"},
}) if {
	entry.exception
	not premature(entry.exception)
	duty.meets(limit(number, entry)).violation
} else := duty.meets(limit(number, entry))

limit(number, entry) := object.union(object.filter(entry, ["operator", "value", "threshold"]), {
	"name": duty.named("The result", entry, "name"),
	"at": sprintf("%s/results/%d", [verification.at, number]),
})

# A blank day is no day of the future.
premature(exception) if dates.after(exception.approvedOn, input.asOf)
