package aims.lib.duty_test

import data.aims.lib.duty
import data.aims.lib.scope

objectives(entries, more) := outcome if {
	outcome := duty.each(object.union(
		{
			"concerns": scope.everyone,
			"what": "the objectives",
			"one": "The objective",
			"entries": entries,
			"at": "/organization/objectives",
			"name": "name",
			"needs": {"owner": "an owner", "target/value": "a target"},
		},
		more,
	)) with input as {"asOf": "2026-11-01"}
}

told(sets) := object.union(sets, {"applicable": true})

at(path, message) := {duty.item(concat("", ["/organization/objectives", path]), message)}

test_list_that_is_blank_or_empty if {
	objectives(null, {}) == told({"missing": at("", "Nobody recorded the objectives.")})
	objectives([], {}) == told({"violation": at("", "The list of the objectives is recorded as empty.")})
	objectives([], {"mayBeEmpty": true}) == told({"observed": at("", "The list of the objectives is recorded as empty: there are none.")})
	objectives([], {"mayBeEmpty": false}) == objectives([], {})
}

test_entries_with_and_without_what_belongs_to_them if {
	objectives([{"name": "A", "owner": "Ada", "target": {"value": 0}}, {"name": "B", "owner": "", "target": {}}, {"owner": "unknown", "target": {"value": 1}}], {}) == told({
		"observed": at("/0", "The objective \"A\" is recorded with an owner and a target."),
		"pending": (at("/1", "The objective \"B\" is recorded without an owner and a target.") | at("/2", "The objective without a name is recorded without an owner.")),
	})
}

test_only_the_chosen_entries if {
	entries := [{"name": "A"}, {"name": "B"}]
	objectives(entries, {"only": {1}, "none": "None is open."}) == told({"pending": at("/1", "The objective \"B\" is recorded without an owner and a target.")})
	objectives(entries, {"only": set(), "none": "None is open."}) == told({"observed": at("", "None is open.")})
}

test_what_a_rule_adds if {
	objectives(null, {"also": {"stale": at("/0", "Old.")}}) == told({
		"missing": at("", "Nobody recorded the objectives."),
		"stale": at("/0", "Old."),
	})
}

scope_statement(record) := duty.given({
	"concerns": scope.everyone,
	"name": "The statement of scope",
	"record": record,
	"at": "/organization/scope",
	"needs": {"approvedBy": "who approved it", "decidedOn": "when that was", "statement": "its text"},
})

in_scope(message) := {duty.item("/organization/scope", message)}

test_entry_with_what_belongs_to_it if {
	scope_statement({}) == told({"missing": in_scope("The statement of scope: nobody recorded who approved it, when that was and its text.")})
	scope_statement({"statement": "All of it."}) == told({"pending": in_scope("The statement of scope is recorded without who approved it and when that was.")})
	scope_statement({"statement": "All of it.", "approvedBy": "Ada", "decidedOn": "2026"}) == told({"observed": in_scope("The statement of scope is recorded with who approved it, when that was and its text.")})
}

channel(record) := duty.recorded({"name": "The channel", "record": record, "at": "/a", "needs": {"uri": "its address"}})

test_entry_of_one_field if {
	channel({}) == {"missing": {duty.item("/a", "The channel: nobody recorded its address.")}}
	channel({"uri": "x"}) == {"observed": {duty.item("/a", "The channel is recorded with its address.")}}
}

minutes(present) := duty.covers({
	"concerns": scope.everyone,
	"name": "The review",
	"parts": {"audits": "audits", "feedback": "feedback", "objectives": "objectives"},
	"present": present,
	"at": "/r",
})

test_parts if {
	minutes(null) == told({"missing": {duty.item("/r", "The review: nobody recorded what it covers.")}})
	minutes([]) == told({"pending": {duty.item("/r", "The review does not cover audits, feedback and objectives.")}})
	minutes({"audits", "objectives", "more"}) == told({"pending": {duty.item("/r", "The review does not cover feedback.")}})
	minutes(["audits", "feedback", "objectives"]) == told({"observed": {duty.item("/r", "The review covers all that it has to: audits, feedback and objectives.")}})
}
