package aims.lib.duty_test

import data.aims.lib.duty
import data.aims.lib.scope

sound := {
	"id": "policy",
	"kind": "policy",
	"title": "AI policy",
	"controls": ["iso42001:5.2", "iso42001:A.2.2"],
	"path": "policy.md",
	"fileState": "matches",
	"state": "approved",
	"effectiveFrom": "2025-11-01",
	"systemVersion": "2",
	"version": "1.0",
	"sections": ["Purpose", "Roles"],
}

wanted := {
	"concerns": scope.everyone,
	"what": "the AI policy",
	"control": "iso42001:A.2.2",
	"kinds": ["policy", "procedure"],
	"needs": {"version": "a version"},
	"sections": ["purpose", "roles"],
	"maxAgeDays": 365,
	"systemVersion": "2",
}

asked_of(records, check) := outcome if {
	outcome := duty.record(check) with input as {"asOf": "2026-11-01", "evidence": records}
}

one_record(patch) := asked_of([json.patch(sound, patch)], wanted)

without(fields) := asked_of([object.remove(sound, fields)], wanted)

policy(set, path, text) := told({set: {duty.item(concat("", ["/evidence/0", path]), concat(" ", ["\"AI policy\"", text]))}})

kept_policy := policy("observed", "", "is recorded as the AI policy, dated on 2025-11-01.")

none := told({"missing": {duty.item("/evidence", "No evidence record for iso42001:A.2.2 holds the AI policy (kind: policy, kind: procedure).")}})

with_field(field, value) := one_record([{"op": "add", "path": concat("", ["/", field]), "value": value}])

test_no_record if {
	asked_of([], wanted) == none
	with_field("controls", ["iso42001:A.2.3"]) == none
	with_field("kind", "report") == none
	with_field("state", "superseded") == none
	with_field("state", "rejected") == none
	without(["kind"]) == none
	without(["controls"]) == none
	asked_of([], object.union(wanted, {"kinds": []})) == told({"missing": {duty.item("/evidence", "No evidence record for iso42001:A.2.2 holds the AI policy.")}})
	asked_of([object.remove(sound, ["kind"])], object.union(wanted, {"kinds": []})) == kept_policy
}

test_sound_record if {
	asked_of([sound], wanted) == kept_policy
	with_field("kind", "procedure") == kept_policy
	asked_of([sound], {"concerns": scope.everyone, "what": "the AI policy", "control": "iso42001:5.2", "kinds": []}) == kept_policy
	asked_of([object.remove(sound, ["title"])], wanted) == told({"observed": {duty.item("/evidence/0", "\"policy\" is recorded as the AI policy, dated on 2025-11-01.")}})
	asked_of([json.patch(object.remove(sound, ["path", "fileState"]), [{"op": "add", "path": "/uri", "value": "https://a.example"}])], wanted) == kept_policy
}

test_record_without_date if {
	without(["effectiveFrom"]) == policy("missing", "", "has no date, and its age has a limit.")
	asked_of([object.remove(sound, ["effectiveFrom"])], object.remove(wanted, ["maxAgeDays"])) == policy("observed", "", "is recorded as the AI policy.")
	asked_of([object.union(object.remove(sound, ["effectiveFrom"]), {"approvedOn": "2026-10", "collectedOn": "2020"})], wanted) == policy("observed", "", "is recorded as the AI policy, dated in 2026-10.")
	asked_of([object.union(object.remove(sound, ["effectiveFrom"]), {"collectedOn": "2026-10-02"})], wanted) == policy("observed", "", "is recorded as the AI policy, dated on 2026-10-02.")
}

test_faults if {
	with_field("fileState", "missing") == policy("violation", "/path", "names a file that is not there.")
	with_field("fileState", "differs") == policy("violation", "/sha256", "names a file whose content is not the one that was recorded.")
	with_field("fileState", "unhashed") == policy("pending", "/path", "has no recorded SHA-256.")
	with_field("validUntil", "2026-10-31") == policy("stale", "/validUntil", "was valid until 2026-10-31, which is before 2026-11-01.")
	with_field("validUntil", "2026-11-01") == kept_policy
	with_field("systemVersion", "1") == policy("stale", "/systemVersion", "is about version 1; version 2 is in use.")
	without(["systemVersion"]) == policy("missing", "", "does not say which version of the system it is about.")
	with_field("effectiveFrom", "2025-10-31") == policy("stale", "", "is 366 days old, dated on 2025-10-31; the limit is 365 days.")
	with_field("effectiveFrom", "2026-11-02") == policy("pending", "", "takes effect only on 2026-11-02, after 2026-11-01.")
	without(["state"]) == policy("pending", "", "has no state, such as approved.")
	with_field("state", "draft") == policy("pending", "/state", "is a draft.")
	without(["path", "fileState"]) == policy("pending", "", "leads to nothing that can be looked at: neither a path nor a uri is recorded.")
	without(["version"]) == policy("pending", "", "is recorded without a version.")
	with_field("sections", ["PURPOSE"]) == policy("pending", "", "has no section \"roles\".")
	without(["sections"]) == policy("pending", "", "has no section \"purpose\" and no section \"roles\".")
}

test_a_sound_record_settles_it if {
	old := object.union(sound, {"id": "old", "effectiveFrom": "2020", "title": "Old"})
	draft := object.union(sound, {"id": "draft", "state": "draft", "title": "Draft"})
	asked_of([sound, old, draft], wanted) == kept_policy
	asked_of([old, draft], wanted) == told({
		"stale": {duty.item("/evidence/0", "\"Old\" is 2496 days old, dated in 2020; the limit is 365 days.")},
		"pending": {duty.item("/evidence/1/state", "\"Draft\" is a draft.")},
	})
}

sworn := {
	"id": "talk",
	"kind": "attestation",
	"controls": ["iso42001:5.1"],
	"path": "talk.md",
	"fileState": "matches",
	"state": "approved",
	"attestation": {"by": "Rosa", "on": "2025-11-01", "examined": ["Minutes"], "found": "They lead.", "outcome": "conforms"},
}

vouched(records) := outcome if {
	outcome := duty.attested({
		"concerns": scope.everyone,
		"what": "the commitment",
		"control": "iso42001:5.1",
		"maxAgeDays": 365,
	}) with input as {"asOf": "2026-11-01", "evidence": records}
}

testimony(path, value) := vouched([json.patch(sworn, [{"op": "add", "path": path, "value": value}])])

attestation(set, path, message) := told({set: {duty.item(concat("", ["/evidence/0", path]), message)}})

test_attestations if {
	vouched([]) == told({"missing": {duty.item(
		"/evidence",
		"Nobody attested to the commitment: only a person can judge it, and no evidence record of kind attestation speaks for iso42001:5.1.",
	)}})
	testimony("/kind", "report") == vouched([])
	vouched([sworn]) == attestation("observed", "", "Rosa looked at the commitment and found that it conforms: They lead.")
	testimony("/attestation/outcome", "partly") == attestation("pending", "/attestation/outcome", "Rosa looked at the commitment and found that it conforms in part: They lead.")
	testimony("/attestation/outcome", "does-not-conform") == attestation("violation", "/attestation/outcome", "Rosa looked at the commitment and found that it does not conform: They lead.")
	testimony("/attestation/on", "2025-10-31") == attestation("stale", "/attestation/on", "Somebody last looked at the commitment on 2025-10-31, 366 days before 2026-11-01; the limit is 365 days.")
	testimony("/attestation/on", "2026-11-02") == attestation("violation", "/attestation/on", "The attestation \"talk\" is dated 2026-11-02, which lies in the future of 2026-11-01.")
	testimony("/validUntil", "2026-10-31") == attestation("stale", "/validUntil", "The attestation \"talk\" was valid until 2026-10-31, which is before 2026-11-01.")
	testimony("/fileState", "differs") == attestation("violation", "/sha256", "The attestation \"talk\" names a file whose content is not the one that was recorded.")
	testimony("/state", "draft") == attestation("pending", "/state", "The attestation \"talk\" is not approved.")
	testimony("/attestation", {"on": "2026-10"}) == attestation("pending", "/attestation", "The attestation \"talk\" is recorded without who looked, what was looked at, what was found and an outcome.")
	testimony("/attestation", {}) == attestation("missing", "", "The attestation \"talk\" does not say when somebody looked at the commitment.")
	vouched([object.remove(sworn, ["attestation"])]) == testimony("/attestation", {})
	testimony("/validUntil", "2026-11-01") == vouched([sworn])
	testimony("/attestation", {"on": "2026-10", "outcome": "does-not-conform"}) == attestation("violation", "/attestation/outcome", "Somebody looked at the commitment and found that it does not conform: nothing is recorded about it.")
	every field, words in {"by": "who looked", "examined": "what was looked at", "found": "what was found", "outcome": "an outcome"} {
		vouched([json.remove(sworn, [concat("/", ["attestation", field])])]) == attestation("pending", "/attestation", sprintf("The attestation \"talk\" is recorded without %s.", [words]))
	}
}

test_the_last_attestation_counts if {
	later := json.patch(sworn, [
		{"op": "add", "path": "/attestation/on", "value": "2026-09-01"},
		{"op": "add", "path": "/attestation/outcome", "value": "partly"},
	])
	vouched([later, sworn]) == testimony("/attestation/outcome", "partly")

	# One without a day comes before all others.
	vouched([later, json.remove(sworn, ["attestation/on"])]) == vouched([later])
}

test_record_about_any_version if {
	asked_of([object.remove(sound, ["systemVersion"])], object.remove(wanted, ["systemVersion"])) == kept_policy
}

test_a_draft_is_a_draft_whatever_it_lacks if {
	asked_of([object.union(object.remove(sound, ["path"]), {"state": "draft"})], wanted) == policy("pending", "/state", "is a draft.")
}
