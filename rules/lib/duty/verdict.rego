# The verdict of a rule: who is concerned, and what is found about them.
#
# A rule names the kind of its duty by the function that it calls: `practice`, `review`, `role`. One whose condition is
# its own collects what it says in sets, `says.violation contains duty.item(at, message) if ...`, and gives
# `verdict := duty.within(scope.deployed, says)`.
#
# `also`, in each of the functions, is an object of further sets, for what the rule adds to its kind.
package aims.lib.duty

item(at, message) := {"message": message, "at": at}

# Why nothing is found about a subject: the rule does not concern it (see data.aims.lib.scope), or nobody can tell whether it does.
# Undefined where it does. Asked before anything else, it keeps what would not be said from being computed.
outside(concerns) := {"applicable": false, "inapplicable": concerns.inapplicable} if {
	count(concerns.inapplicable) > 0
} else := {"applicable": true, "missing": concerns.unclear} if {
	count(concerns.unclear) > 0
}

# What is found about the subjects that the rule concerns; outside of it, why it does not.
within(concerns, outcome) := verdict if {
	verdict := outside(concerns)
} else := object.union(said(outcome), {"applicable": true})

# An outcome without its empty sets.
said(outcome) := {name: items |
	some name, items in outcome
	items != set()
}

# Several outcomes as one: what any of them says. A key that is no set of a rule stays, so that the rule ends in an error.
all_of(outcomes) := said(outcome) if {
	count(outcomes) == 1
	some outcome in outcomes
} else := {name: items |
	some name in {each | some outcome in outcomes; some each, _ in outcome}
	items := together(outcomes, name)
	items != set()
}

# What is no set is passed on, for the host to refuse.
together(outcomes, name) := {item | some outcome in outcomes; some item in outcome[name]} if {
	every outcome in outcomes {
		is_set(object.get(outcome, name, set()))
	}
} else := [items |
	some items in {outcome[name] | some outcome in outcomes}
	not is_set(items)
][0]

# The verdict of a check, which names whom it concerns, by what is found about them.
concluded(check, outcome) := within(check.concerns, all_of([outcome, check.also])) if {
	check.also
} else := within(check.concerns, outcome)
