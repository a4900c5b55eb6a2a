package aims.lib.duty_order_test

import data.aims.lib.duty
import data.aims.lib.expectation_test as expectation

said_of_order(first, second) := outcome if {
	outcome := duty.precedes({
		"name": "The change",
		"words": "approved %s and made %s",
		"lateness": "the approval came late",
		"first": {"what": "when it was approved", "on": first, "at": "/a"},
		"second": {"what": "when it was made", "on": second, "at": "/b"},
	}) with input as {"asOf": "2026-11-01"}
}

test_one_day_comes_no_later_than_another if {
	every case in [
		["2026-05-01", "2026-05-01", "observed", "The change was approved on 2026-05-01 and made on 2026-05-01."],
		["2026-04", "2026-05-01", "observed", "The change was approved in 2026-04 and made on 2026-05-01."],
		["2026-11-01", "2026-12", "observed", "The change was approved on 2026-11-01 and made in 2026-12."],
		["2026-05-02", "2026-05-01", "violation", "The change was approved on 2026-05-02 and made on 2026-05-01: the approval came late."],
		[
			"2026-11-02",
			"2026-11-03",
			"violation",
			"The change was approved on 2026-11-02 and made on 2026-11-03; the first day lies in the future of 2026-11-01.",
		],
		["2026-05", "2026-05-31", "observed", "The change was approved in 2026-05 and made on 2026-05-31."],
		["2026-05", "2026-05-30", "pending", "The change was approved in 2026-05 and made on 2026-05-30; nothing proves the order."],
		["2026-05", "2026", "pending", "The change was approved in 2026-05 and made in 2026; nothing proves the order."],
		["", "2026-05-01", "missing", "Nobody recorded when it was approved."],
		["unknown", "2026-05-01", "missing", "When it was approved is recorded as unknown."],
		["May", "2026-05-01", "missing", "The day that says when it was approved cannot be read: May."],
	] {
		said_of_order(case[0], case[1]) == {case[2]: {expectation.item("/a", case[3])}}
	}
	said_of_order("", "soon") == {"missing": {
		expectation.item("/a", "Nobody recorded when it was approved."),
		expectation.item("/b", "The day that says when it was made cannot be read: soon."),
	}}
}

said_of_time(limits, from, to) := outcome if {
	outcome := duty.apart(object.union(limits, {
		"name": "The end",
		"words": "announced %s and came %s",
		"from": {"what": "when it was announced", "on": from, "at": "/a"},
		"to": {"what": "when it came", "on": to, "at": "/b"},
	})) with input as {"asOf": "2026-11-01"}
}

test_days_are_so_far_apart if {
	at_most := {"atMost": 3}
	at_least := {"atLeast": 30}
	every case in [
		[at_most, "2026-05-18", "2026-05-21", "observed", "The end was announced on 2026-05-18 and came on 2026-05-21, at most 3 days apart."],
		[at_most, "2026-05-18", "2026-05-18", "observed", "The end was announced on 2026-05-18 and came on 2026-05-18, at most 3 days apart."],
		[at_most, "2026-05-18", "2026-05-22", "violation", "The end was announced on 2026-05-18 and came on 2026-05-22, more than 3 days apart."],
		[
			at_most,
			"2026-05-18",
			"2026-05",
			"pending",
			"The end was announced on 2026-05-18 and came in 2026-05; nothing proves that the two are at most 3 days apart.",
		],
		[
			at_most,
			"2026-05-18",
			"2026-05-17",
			"violation",
			"The end was announced on 2026-05-18 and came on 2026-05-17; the second day comes before the first.",
		],
		[
			at_most,
			"2026-11-01",
			"2026-11-02",
			"violation",
			"The end was announced on 2026-11-01 and came on 2026-11-02; the second day lies in the future of 2026-11-01.",
		],
		[
			object.union(at_most, {"ahead": true}),
			"2026-11-01",
			"2026-11-02",
			"observed",
			"The end was announced on 2026-11-01 and came on 2026-11-02, at most 3 days apart.",
		],
		[at_least, "2026-05-01", "2026-05-31", "observed", "The end was announced on 2026-05-01 and came on 2026-05-31, at least 30 days apart."],
		[at_least, "2026-05-01", "2026-05-30", "violation", "The end was announced on 2026-05-01 and came on 2026-05-30, fewer than 30 days apart."],
		[
			at_least,
			"2026-05",
			"2026-06-15",
			"pending",
			"The end was announced in 2026-05 and came on 2026-06-15; nothing proves that the two are at least 30 days apart.",
		],
		[{"atLeast": 1}, "2026-05-01", "2026-05-01", "violation", "The end was announced on 2026-05-01 and came on 2026-05-01, fewer than 1 day apart."],
		[at_most, "2026-05-01", "", "missing", "Nobody recorded when it came."],
	] {
		said_of_time(case[0], case[1], case[2]) == {case[3]: {expectation.item("/b", case[4])}}
	}
	said_of_time(at_most, "", "2026-05-01") == {"missing": {expectation.item("/a", "Nobody recorded when it was announced.")}}

	# A limit that is not there proves nothing.
	not said_of_time({}, "2026-05-01", "2026-05-01")
}

said_of_values(one, other, more) := duty.agrees(object.union(more, {
	"one": {"what": "the tag", "value": one, "at": "/a"},
	"other": {"what": "the version", "value": other, "at": "/b"},
	"agree": "%v is %v.",
	"differ": "%v is not %v.",
}))

test_two_values_agree if {
	said_of_values("1", "1", {}) == {"observed": {expectation.item("/a", "1 is 1.")}}
	said_of_values("1", "2", {}) == {"violation": {expectation.item("/a", "1 is not 2.")}}
	said_of_values("v1", "1", {"equal": true}) == {"observed": {expectation.item("/a", "v1 is 1.")}}
	said_of_values("1", "1", {"equal": false}) == {"violation": {expectation.item("/a", "1 is not 1.")}}
	said_of_values(0, 0, {}) == {"observed": {expectation.item("/a", "0 is 0.")}}
	said_of_values("", "unknown", {}) == {"missing": {
		expectation.item("/a", "Nobody recorded the tag."),
		expectation.item("/b", "The version is recorded as unknown."),
	}}
	said_of_values("1", "", {}) == {"missing": {expectation.item("/b", "Nobody recorded the version.")}}
}

test_what_came_out_of_a_practice_is_logged if {
	check := {"name": "The drill", "at": "/a"}
	unlogged := {"pending": {expectation.item("/a", "The drill is recorded as done, but no evidence record says what came out.")}}
	duty.logged(object.union(check, {"record": {"state": "done"}})) == unlogged
	duty.logged(object.union(check, {"record": {"state": "done", "evidence": []}})) == unlogged
	duty.logged(object.union(check, {"record": {"state": "done", "evidence": ["r1"]}})) == {}
	duty.logged(object.union(check, {"record": {"state": "in-progress"}})) == {}
	duty.logged(object.union(check, {"record": {}})) == {}
}
