package aims.lib.duty_attested_test

import data.aims.lib.duty
import data.aims.lib.expectation_test as expectation

said(records) := outcome if {
	outcome := duty.vouched({"what": "the policies", "control": "iso42001:A.2.3", "maxAgeDays": 365}) with input as {
		"asOf": "2026-11-01",
		"evidence": records,
	}
}

sound := {"by": "Nadia Frost", "on": "2026-05-04", "examined": ["the policies"], "found": "They agree.", "outcome": "conforms"}

record(attestation, fields) := expectation.approved_record(object.union(
	{"title": "Talk", "kind": "attestation", "controls": ["iso42001:A.2.3"], "attestation": attestation},
	fields,
))

with_sworn(fields) := record(object.union(sound, fields), {})

without(fields) := record(object.remove(sound, fields), {})

conforms(number) := {"observed": {expectation.item(sprintf("/evidence/%d", [number]), "Nadia Frost looked at the policies and found that it conforms: They agree.")}}

told(set, path, text) := {set: {expectation.item(concat("", ["/evidence/0", path]), text)}}

test_the_last_attestation_counts if {
	older := with_sworn({"on": "2026-05-03", "outcome": "does-not-conform"})
	said([record(sound, {}), older]) == conforms(0)
	said([older, record(sound, {})]) == conforms(1)

	# One that does not say when comes before all others.
	said([without(["on"]), record(sound, {})]) == conforms(1)
	said([without(["on"])]) == told("missing", "", `The attestation "Talk" does not say when somebody looked at the policies.`)
}

test_an_attestation_in_the_future if {
	said([with_sworn({"on": "2026-11-01"})]) == conforms(0)
	said([with_sworn({"on": "2026-11-02"})]) == told("violation", "/attestation/on", `The attestation "Talk" is dated 2026-11-02, which lies in the future of 2026-11-01.`)
}

test_an_attestation_holds_until_its_last_day if {
	said([record(sound, {"validUntil": "2026-11-01"})]) == conforms(0)
	said([record(sound, {"validUntil": "2026-10-31"})]) == told("stale", "/validUntil", `The attestation "Talk" was valid until 2026-10-31, which is before 2026-11-01.`)
}

test_an_attestation_says_who_looked_and_at_what if {
	every case in [
		[["by"], "who looked"],
		[["examined"], "what was looked at"],
		[["found"], "what was found"],
		[["outcome"], "an outcome"],
		[["by", "found"], "who looked and what was found"],
	] {
		said([without(case[0])]) == told("pending", "/attestation", sprintf(`The attestation "Talk" is recorded without %s.`, [case[1]]))
	}
}

test_what_does_not_conform_is_said_whoever_looked if {
	said([record({"on": "2026-05-04", "outcome": "does-not-conform"}, {})]) == told(
		"violation",
		"/attestation/outcome",
		"Somebody looked at the policies and found that it does not conform: nothing is recorded about it.",
	)
}

test_an_attestation_that_is_not_approved if {
	said([record(sound, {"state": "draft"})]) == told("pending", "/state", `The attestation "Talk" is not approved.`)
}
