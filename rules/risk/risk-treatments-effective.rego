# METADATA
# title: Treatments of risks are checked for their effect
# description: >-
#   For each treatment that was done longer ago than the demanded days somebody checked whether it works, and recorded when,
#   who and with which result.
# custom:
#   id: risk-treatments-effective
#   subject: system
#   controls: [iso42001:8.3]
#   severity: medium
#   remediation: >-
#     Check whether the treatment works, and record checkedOn, by and result under its effectiveness. Plan another treatment
#     where it does not.
#   parameters: [treatment-check-within]
#   duty: effect
#   states:
#     violation: >-
#       A treatment is recorded as not effective, or its check is dated in the future or before the treatment was done.
#     missing: >-
#       Nobody recorded the risks, the day of a treatment cannot be read, or nobody checked it within the limit.
#     pending: >-
#       A treatment was done so recently that its check is not due, or a part of the check is blank or unknown.
#     observed: >-
#       A treatment was found effective; or none is done yet.
package aims.rules.risk_treatments_effective

import data.aims.lib.dates
import data.aims.lib.duty
import data.aims.lib.risk_register as register

limit := data.params["treatment-check-within"]

verdict := register.over(outcomes, sprintf("No treatment is recorded as done, which would have to be checked within %s.", [dates.days_in_words(limit)]))

outcomes contains {found.set: {duty.item(sprintf("%s/%s", [entry.at, found.path]), sprintf("%s %s", [entry.name, found.text]))}} if {
	some entry in register.treatments
	done := entry.treatment.doneOn
	found := effect(done, object.get(entry.treatment, "effectiveness", {}))
}

effect(done, check) := duty.told("missing", "effectiveness", sprintf("was done %s, and nobody checked within %s whether it works.", [dates.in_words(done), dates.days_in_words(limit)])) if {
	check == {}
	dates.age_in_days(done, input.asOf) > limit
} else := duty.told("missing", "doneOn", sprintf("is done on a day that cannot be read: %v.", [done])) if {
	not dates.readable(done)
} else := duty.told("pending", "effectiveness", sprintf("was done %s; whether it works has to be checked within %s.", [dates.in_words(done), dates.days_in_words(limit)])) if {
	check == {}
} else := duty.told("violation", "effectiveness/result", "was found not effective.") if {
	check.result == "not-effective"
} else := duty.told("pending", "effectiveness", sprintf("is checked without %s.", [duty.listing(blank)])) if {
	blank := duty.lacking(check, {"checkedOn": "a day", "by": "who checked", "result": "a result"})
	count(blank) > 0
} else := duty.told("violation", "effectiveness/checkedOn", sprintf("is checked %s, which does not lie between %s and %s.", [dates.in_words(check.checkedOn), done, input.asOf])) if {
	outside(done, check.checkedOn)
} else := duty.told("observed", "effectiveness", sprintf("was found effective %s, by %s; the limit is %s.", [dates.in_words(check.checkedOn), check.by, dates.days_in_words(limit)]))

outside(done, day) if dates.before(day, done)

outside(_, day) if dates.after(day, input.asOf)
