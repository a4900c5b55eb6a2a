# The verdict of a rule: who is concerned, and what is found about them.
#
# A rule names the kind of its duty by the function that it calls: `practice`, `review`, `role`. One whose condition is
# its own collects what it says in sets, `says.violation contains duty.item(at, message) if ...`, and gives
# `verdict := duty.within(scope.deployed, says)`.
#
# `also`, in each of the functions, is an object of further sets, for what the rule adds to its kind.
package aims.lib.duty

item(at, message) := {"message": message, "at": at}

# What is found about the subjects that the rule concerns (see data.aims.lib.scope); outside of it, why it does not.
within(concerns, _) := {"applicable": false, "inapplicable": concerns.inapplicable} if {
	count(concerns.inapplicable) > 0
} else := {"applicable": true, "missing": concerns.unclear} if {
	count(concerns.unclear) > 0
}

within(concerns, outcome) := object.union(all_of([outcome]), {"applicable": true}) if {
	count(concerns.inapplicable) == 0
	count(concerns.unclear) == 0
}

# Several outcomes as one: what any of them says. A key that is no set of a rule stays, so that the rule ends in an error.
all_of(outcomes) := {name: items |
	some outcome in outcomes
	some name, _ in outcome
	items := together({other[name] | some other in outcomes})
	items != set()
}

# What is no set is passed on, for the host to refuse.
together(values) := union(values) if {
	every value in values {
		is_set(value)
	}
} else := [value | some value in values; not is_set(value)][0]

concluded(check, outcome) := within(check.concerns, all_of([outcome, object.get(check, "also", {})]))
