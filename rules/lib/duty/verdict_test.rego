package aims.lib.duty_test

import data.aims.lib.duty
import data.aims.lib.scope

one := duty.item("/system/a", "One.")

two := duty.item("/system/b", "Two.")

test_joins_sets_and_leaves_empty_ones_out if {
	duty.all_of([{"missing": {one}, "stale": set()}, {"missing": {two}, "observed": {one}}, {}]) == {
		"missing": {one, two},
		"observed": {one},
	}
	duty.all_of([]) == {}
}

test_every_duty_asks_first_whom_it_concerns if {
	nobody := {"concerns": {"inapplicable": {one}, "unclear": set()}}
	every verdict in [
		duty.attested(nobody), duty.effective(nobody), duty.linked(nobody), duty.newer(nobody), duty.repeated(nobody),
		duty.share(nobody),
	] {
		verdict == {"applicable": false, "inapplicable": {one}}
	}
	nobody_can_tell := {"concerns": {"inapplicable": set(), "unclear": {two}}}
	duty.linked(nobody_can_tell) == {"applicable": true, "missing": {two}}
}

test_what_is_concerned_is_looked_at if {
	linked := {"concerns": scope.everyone, "what": "the drill", "ids": [], "at": "/o/evidence"}
	duty.linked(linked) == told({"missing": {duty.item("/o/evidence", "No evidence record is named for the drill.")}})
	newer := {"concerns": scope.everyone, "name": "The drill", "made": "held", "on": "", "at": "/o/on"}
	duty.newer(newer) == told({"missing": {duty.item("/o/on", "Nobody recorded when the drill was held.")}})
}

# The host makes an error of it: what stands there must not be lost.
test_keeps_what_no_rule_may_say if {
	duty.within(scope.everyone, {"violations": {one}, "observed": {two}}) == {
		"applicable": true,
		"violations": {one},
		"observed": {two},
	}
	duty.within(scope.everyone, {"violation": "text", "observed": {two}}) == {
		"applicable": true,
		"violation": "text",
		"observed": {two},
	}
	duty.all_of([{"violation": {one}}, {"violation": "text"}]) == {"violation": "text"}
}
