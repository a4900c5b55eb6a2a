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
