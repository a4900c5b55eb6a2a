package aims.lib.duty

# Plans that stand in the entries of a list, as `timely`, `effective` and `each` take them. A check is
#   entries  the list as recorded; null where it is blank
#   at       JSON pointer of the list in the rule's input
#   field    the field of an entry that holds its plans: "actions"
#   one      a plan, as the beginning of a sentence: "The action"
# A plan has what, owner, due, doneOn, reason, extension and effectiveness, as far as they are recorded. An extension that
# somebody approved moves the day by which it is due.
planned(check) := null if {
	check.entries == null
} else := [object.union(
	{"reason": "", "effectiveness": {}},
	object.union(plan, {
		"name": named(check.one, plan, "what"),
		"due": due_day(plan),
		"done": object.get(plan, "doneOn", ""),
		"at": sprintf("%s/%d/%s/%d", [check.at, number, check.field, place]),
	}),
) |
	some number, entry in check.entries
	some place, plan in entry[check.field]
]

due_day(plan) := plan.extension.until if {
	plan.extension.approvedBy
} else := object.get(plan, "due", "")

# Entries whose plans nobody recorded. A check is that of `planned`, and
#   whose  an entry, as the beginning of a sentence: "The nonconformity"
#   name   the field that names an entry: "what"
#   plans  its plans, within a sentence: "its corrective actions"
unplanned(check) := {"missing": {item(sprintf("%s/%d/%s", [check.at, number, check.field]), sprintf("%s: nobody recorded %s.", [
	named(check.whose, entry, check.name),
	check.plans,
])) |
	some number, entry in check.entries
	not entry[check.field]
}}
