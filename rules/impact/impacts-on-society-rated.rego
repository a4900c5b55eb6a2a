# METADATA
# title: The impacts on society are rated
# description: >-
#   The impact assessment rates each area of society with a reason, or says why the area is not touched.
# custom:
#   id: impacts-on-society-rated
#   subject: system
#   controls: [iso42001:A.5.5]
#   severity: medium
#   remediation: >-
#     Record an entry for each area under impactAssessment.society: level and rationale, or relevant no with the reason
#     under rationale.
#   concerns: >-
#     The system is built or used, and its impact assessment is not recorded as not applicable.
#   parameters: []
#   duty: covers
#   states:
#     missing: >-
#       Or the level of an area is recorded as unknown, or neither level nor reason is recorded.
#     pending: >-
#       Or an area has a level without a reason, a reason without a level, or is not relevant without a reason.
package aims.rules.impacts_on_society_rated

import data.aims.lib.duty
import data.aims.lib.impact
import data.aims.lib.scope

recorded := object.get(impact.record, "society", null)

at := "/system/impactAssessment/society"

concerned := scope.all_of([scope.begun, impact.wanted])

verdict := aside if {
	aside := duty.outside(concerned)
} else := duty.within(concerned, duty.all_of(ratings | {duty.covered({
	"name": "The assessment of impacts on society",
	"parts": data.reference.societal_impacts,
	"present": areas,
	"at": at,
})}))

areas := null if {
	recorded == null
} else := {entry.area | some entry in recorded}

ratings contains rating(entry, sprintf("the impact on %s", [words]), sprintf("%s/%d", [at, number])) if {
	some number, entry in recorded
	words := data.reference.societal_impacts[entry.area]
}

rating(entry, what, place) := duty.recorded({
	"name": sprintf("That %s is not relevant", [what]),
	"record": entry,
	"at": place,
	"needs": {"relevant": "the decision", "rationale": "a reason"},
}) if {
	entry.relevant == "no"
} else := duty.rated({
	"what": what,
	"unrated": sprintf("Nobody rated %s.", [what]),
	"record": entry,
	"at": place,
})
