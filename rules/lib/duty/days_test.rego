package aims.lib.duty_test

import data.aims.lib.duty
import data.aims.lib.scope

analysed(on) := outcome if {
	outcome := duty.fresh({
		"concerns": scope.everyone,
		"name": "The analysis",
		"made": "reviewed",
		"on": on,
		"at": "/o/reviewedOn",
		"maxAgeDays": 365,
	}) with input as {"asOf": "2026-11-01"}
}

reviewed(set, message) := told({set: {duty.item("/o/reviewedOn", message)}})

test_day_that_has_to_be_recent if {
	analysed("") == reviewed("missing", "Nobody recorded when the analysis was reviewed.")
	analysed("last May") == reviewed("missing", "The day on which the analysis was reviewed cannot be read: last May.")
	analysed("2026-11-02") == reviewed("violation", "The analysis is recorded as reviewed on 2026-11-02, which lies in the future of 2026-11-01.")
	analysed("2026-11") == reviewed("observed", "The analysis was reviewed in 2026-11, up to 0 days before 2026-11-01, within the limit of 365 days.")
	analysed("2025-11-01") == reviewed("observed", "The analysis was reviewed on 2025-11-01, 365 days before 2026-11-01, within the limit of 365 days.")
	analysed("2025-10-31") == reviewed("stale", "The analysis was last reviewed on 2025-10-31, 366 days before 2026-11-01; the limit is 365 days.")
}

test_day_without_a_limit_is_not_recent if {
	not duty.recent({"name": "The analysis", "made": "reviewed", "on": "2026-10-01", "at": "/o"}) with input as {"asOf": "2026-11-01"}
}

due(entry) := outcome if {
	outcome := duty.timely({
		"concerns": scope.everyone,
		"what": "the actions",
		"entries": [object.union({"name": "The action \"A\"", "due": "", "done": "", "reason": "", "at": "/a/0"}, entry)],
	}) with input as {"asOf": "2026-11-01"}
}

action(set, message) := told({set: {duty.item("/a/0", concat(" ", ["The action \"A\"", message]))}})

test_things_that_are_due if {
	due({}) == action("missing", "is not done, and nobody recorded by when it is due.")
	due({"due": "soon"}) == action("missing", "is due on a day that cannot be read: soon.")
	due({"due": "2026-11-01"}) == action("observed", "is due on 2026-11-01, which has not passed on 2026-11-01.")
	due({"due": "2026"}) == action("observed", "is due in 2026, which has not passed on 2026-11-01.")
	due({"due": "2026-10-31"}) == action("violation", "was due on 2026-10-31 and is not done; no reason is recorded.")
	due({"due": "2026-10-31", "reason": "The supplier is late."}) == action("pending", "was due on 2026-10-31 and is not done, for a recorded reason: The supplier is late.")
	due({"due": "2026-10-31", "done": "2026-11-01"}) == action("observed", "was done on 2026-11-01.")
	due({"done": "yes"}) == action("observed", "is done.")
	due({"done": "2026-11-02"}) == action("violation", "is recorded as done on 2026-11-02, which lies in the future of 2026-11-01.")
}

test_lists_of_things_that_are_due if {
	duty.in_time({"what": "the actions", "entries": null, "at": "/a"}) == {"missing": {duty.item("/a", "Nobody recorded the actions.")}}
	duty.in_time({"what": "the actions", "entries": [], "at": "/a"}) == {"observed": {duty.item("/a", "None of the actions is due: the list has no such entry.")}}
}

asked(value, more) := duty.answered(object.union(
	{
		"concerns": scope.everyone,
		"what": "whether it is on",
		"value": value,
		"at": "/a",
		"yes": "It is on.",
		"no": "It is off.",
	},
	more,
))

test_answers if {
	asked("", {}) == told({"missing": {duty.item("/a", "Nobody recorded whether it is on.")}})
	asked("unknown", {}) == told({"missing": {duty.item("/a", "Whether it is on is recorded as unknown.")}})
	asked("yes", {}) == told({"observed": {duty.item("/a", "It is on.")}})
	asked("no", {}) == told({"violation": {duty.item("/a", "It is off.")}})
	asked("yes", {"wrong": "yes"}) == told({"violation": {duty.item("/a", "It is on.")}})
	asked("no", {"wrong": "yes"}) == told({"observed": {duty.item("/a", "It is off.")}})
}

filled(value) := duty.filled({"what": "its use", "value": value, "at": "/a", "said": "Its use is recorded."})

test_values_that_have_to_be_there if {
	filled("") == {"missing": {duty.item("/a", "Nobody recorded its use.")}}
	filled("unknown") == {"missing": {duty.item("/a", "Its use is recorded as unknown.")}}
	filled("x") == {"observed": {duty.item("/a", "Its use is recorded.")}}
}

measured(more) := duty.meets(object.union({"name": "Precision", "excuse": "", "at": "/m"}, more))

metric(operator, value) := measured({"operator": operator, "value": value, "threshold": 5})

test_metrics if {
	measured({}) == {"missing": {duty.item("/m", "Precision has no recorded operator, threshold and value.")}}
	measured({"operator": ">=", "value": 0}) == {"missing": {duty.item("/m", "Precision has no recorded threshold.")}}
	met := {[operator, value] |
		some operator in [">=", "<=", ">", "<"]
		some value in [4, 5, 6]
		metric(operator, value) == {"observed": {duty.item("/m", sprintf("Precision is %v and keeps its limit of %s 5.", [value, operator]))}}
	}
	met == {[">=", 5], [">=", 6], ["<=", 4], ["<=", 5], [">", 6], ["<", 4]}
	metric(">=", 4) == {"violation": {duty.item("/m", "Precision is 4 and breaks its limit of >= 5; no decision is recorded.")}}
	measured({"operator": ">", "value": 5, "threshold": 5, "excuse": "Taken back."}) == {"pending": {duty.item("/m", "Precision is 5 and breaks its limit of > 5; decided was: Taken back.")}}
}

looked_at(record) := outcome if {
	outcome := duty.review({
		"concerns": scope.everyone,
		"name": "the entry",
		"record": record,
		"at": "/o",
		"maxAgeDays": 365,
	}) with input as {"asOf": "2026-11-01"}
}

test_review_that_has_to_be_recent if {
	every case in [
		[{}, "missing", "reviewedOn", "Nobody recorded a review of the entry."],
		[{"reviewedBy": "Rosa"}, "pending", "reviewedBy", "Rosa is named as reviewer of the entry, but no date is recorded."],
		[{"reviewedOn": "May"}, "missing", "reviewedOn", "The date of the last review cannot be read: May."],
		[{"reviewedOn": "2026-11-02"}, "violation", "reviewedOn", "The entry is recorded as reviewed on 2026-11-02, which lies in the future of 2026-11-01."],
		[
			{"reviewedOn": "2025-11-01"},
			"observed",
			"reviewedOn",
			"The entry was reviewed on 2025-11-01, 365 days before 2026-11-01, within the limit of 365 days.",
		],
		[
			{"reviewedOn": "2026-10", "reviewedBy": "Rosa"},
			"observed",
			"reviewedOn",
			"The entry was reviewed in 2026-10, up to 31 days before 2026-11-01, within the limit of 365 days.",
		],
		[{"reviewedOn": "2025"}, "stale", "reviewedOn", "The entry was last reviewed in 2025, up to 669 days before 2026-11-01; the limit is 365 days."],
	] {
		[record, set, field, message] := case
		looked_at(record) == told({set: {duty.item(concat("/", ["/o", field]), message)}})
	}
}

held(record) := duty.all_of(duty.holding({
	"name": "the owner",
	"question": "who owns the system",
	"record": record,
	"at": "/o",
}))

test_role_that_a_person_holds if {
	held({}) == {"missing": {duty.item("/o", "Nobody recorded who owns the system.")}}
	held({"unit": "Lending"}) == {"pending": {duty.item("/o/unit", "The owner is recorded as the unit Lending, but no person is named.")}}
	held({"contact": "lending@bank.example"}) == {"pending": {duty.item("/o/contact", "The owner can be reached at lending@bank.example, but no person is named.")}}
	held({"person": "Rosa", "contact": "lending@bank.example"}) == {"observed": {duty.item("/o/person", "Rosa is recorded as the owner.")}}
}

counted(part, whole) := duty.reached({
	"name": "The policy",
	"verb": "was read by",
	"of": "people",
	"part": part,
	"whole": whole,
	"least": 90,
	"at": "/o",
})

test_share_that_is_large_enough if {
	every case in [
		[900, 1000, "observed", "The policy was read by 900 of 1000 people; at least 90 % are required."],
		[899, 1000, "violation", "The policy was read by 899 of 1000 people; at least 90 % are required."],
		[1001, 1000, "missing", "The policy was read by 1001 of 1000 people, which cannot be."],
		[0, 0, "missing", "The policy: the number of people is recorded as 0."],
	] {
		[part, whole, set, message] := case
		counted(part, whole) == {set: {duty.item("/o", message)}}
	}
}
