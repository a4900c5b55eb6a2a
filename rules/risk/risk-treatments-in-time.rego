# METADATA
# title: No treatment of a risk is overdue
# description: >-
#   Each treatment of a registered risk is done or not due yet; or it is late and somebody approved an extension that has not
#   run out.
# custom:
#   id: risk-treatments-in-time
#   subject: system
#   controls: [iso42001:8.3]
#   severity: high
#   remediation: >-
#     Carry out the treatment and record doneOn; or have an extension approved and record extension with until, approvedBy
#     and reason.
#   parameters: []
#   duty: timely
#   states:
#     missing: >-
#       Or nobody recorded the risks.
#     pending: >-
#       An extension is recorded without approval, reason or its last day.
package aims.rules.risk_treatments_in_time

import data.aims.lib.duty
import data.aims.lib.risk_register as register

verdict := register.over(outcomes, "No treatment is recorded for any of the risks.")

outcomes contains duty.in_time({"entries": [{
	"name": entry.name,
	"due": due_by(entry.treatment),
	"done": object.get(entry.treatment, "doneOn", ""),
	"at": entry.at,
}]}) if {
	some entry in register.treatments
}

outcomes contains {"pending": {duty.item(sprintf("%s/extension", [entry.at]), sprintf(
	"%s has an extension that is recorded without %s.",
	[entry.name, duty.listing(lacks(entry.treatment))],
))}} if {
	some entry in register.treatments
	entry.treatment.extension
	count(lacks(entry.treatment)) > 0
}

lacks(treatment) := duty.lacking(treatment, {
	"extension/until": "a last day",
	"extension/approvedBy": "an approval",
	"extension/reason": "a reason",
})

# The day by which it has to be done: that of an extension counts once the extension is complete.
due_by(treatment) := treatment.extension.until if {
	count(lacks(treatment)) == 0
} else := object.get(treatment, "due", "")
