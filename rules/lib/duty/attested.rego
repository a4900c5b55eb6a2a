package aims.lib.duty

import data.aims.lib.dates

# What only a person can judge: somebody looked and vouches for what was found. A check is
#   concerns    whom it concerns, see data.aims.lib.scope
#   what        what has to be judged, within a sentence: "the commitment of top management"
#   control     the control for which the attestation speaks
#   maxAgeDays  days after which somebody has to look again

# METADATA
# custom:
#   states:
#     violation: >-
#       The last attestation says that it is not as it has to be, or is dated in the future; or its file is missing or changed.
#     stale: >-
#       The last attestation is no longer valid, or older than the limit allows.
#     missing: >-
#       Nobody attested to it, or the attestation does not say when.
#     pending: >-
#       The last attestation says that it is so in part, does not say who looked, at what and with which outcome, or is
#       not approved.
#     observed: >-
#       Somebody looked and found it as it has to be.
attested(check) := verdict if {
	verdict := outside(check.concerns)
} else := concluded(check, vouched(check))

# The outcome alone, for a rule that joins it with others. The last attestation counts.
vouched(check) := {"missing": {item("/evidence", sprintf(
	"Nobody attested to %s: only a person can judge it, and no evidence record of kind attestation speaks for %s.",
	[check.what, check.control],
))}} if {
	count(attestations(check)) == 0
} else := all_of([{found.set: {item(sprintf("/evidence/%d%s", [number, found.path]), found.text)}} |
	some number in latest(attestations(check))
	found := testimony(check, input.evidence[number])
])

attestations(check) := candidates({"control": check.control, "kinds": ["attestation"]})

latest(numbers) := {number |
	some number in numbers
	every other in numbers {
		not sworn_on(input.evidence[other]) > sworn_on(input.evidence[number])
	}
}

sworn_on(entry) := object.get(entry, ["attestation", "on"], "")

testimony(check, entry) := told("violation", found.path, sprintf("The attestation %s %s", [titled(entry), found.text])) if {
	found := fault({}, entry)
	found.set == "violation"
} else := told("missing", "", sprintf("The attestation %s does not say when somebody looked at %s.", [titled(entry), check.what])) if {
	not dates.readable(sworn_on(entry))
} else := told("violation", "/attestation/on", sprintf("The attestation %s is dated %s, which lies in the future of %s.", [
	titled(entry),
	sworn_on(entry),
	input.asOf,
])) if {
	dates.after(sworn_on(entry), input.asOf)
} else := told("stale", "/validUntil", sprintf("The attestation %s was valid until %s, which is before %s.", [
	titled(entry),
	entry.validUntil,
	input.asOf,
])) if {
	dates.before(entry.validUntil, input.asOf)
} else := told("stale", "/attestation/on", sprintf("Somebody last looked at %s %s; the limit is %s.", [
	check.what,
	when(sworn_on(entry)),
	dates.days_in_words(check.maxAgeDays),
])) if {
	dates.age_in_days(sworn_on(entry), input.asOf) > check.maxAgeDays
} else := told("violation", "/attestation/outcome", sprintf("%s looked at %s and found that it does not conform: %s", words(check, entry))) if {
	entry.attestation.outcome == "does-not-conform"
} else := told("pending", "/attestation", sprintf("The attestation %s is recorded without %s.", [titled(entry), listing(unsaid(entry))])) if {
	count(unsaid(entry)) > 0
} else := told("pending", "/attestation/outcome", sprintf("%s looked at %s and found that it conforms in part: %s", words(check, entry))) if {
	entry.attestation.outcome == "partly"
} else := told("pending", "/state", sprintf("The attestation %s is not approved.", [titled(entry)])) if {
	not entry.state == "approved"
} else := told("observed", "", sprintf("%s looked at %s and found that it conforms: %s", words(check, entry)))

unsaid(entry) := lacking(entry.attestation, {
	"by": "who looked",
	"examined": "what was looked at",
	"found": "what was found",
	"outcome": "an outcome",
})

words(check, entry) := [
	object.get(entry, ["attestation", "by"], "Somebody"),
	check.what,
	object.get(entry, ["attestation", "found"], "nothing is recorded about it."),
]
