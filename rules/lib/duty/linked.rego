package aims.lib.duty

# Evidence records to which an entry refers by their ids. A check is
#   concerns  whom it concerns, see data.aims.lib.scope
#   what      what has to be shown, within a sentence: "the datasheet of the data set ledger"
#   ids       ids of the records as recorded; null where none is
#   at        JSON pointer of the list of ids in the rule's input

# METADATA
# custom:
#   states:
#     violation: >-
#       The file of a record is missing or is not the one that was recorded; or an id leads to no record.
#     stale: >-
#       A record is no longer valid.
#     missing: >-
#       No record is named.
#     pending: >-
#       A record is not approved, takes effect later, leads to nothing, or has no recorded SHA-256.
#     observed: >-
#       Each record that is named is there, approved and in date.
linked(check) := verdict if {
	verdict := outside(check.concerns)
} else := concluded(check, shown(check))

# The outcome alone, for a rule that joins it with others.
shown(check) := {"missing": {item(check.at, sprintf("No evidence record is named for %s.", [check.what]))}} if {
	check.ids in {null, []}
} else := all_of([{found.set: {item(at, found.text)}} |
	some number, id in check.ids
	at := sprintf("%s/%d", [check.at, number])
	found := shown_by(check, id)
])

shown_by(check, id) := told("violation", "", sprintf("The record %q, named for %s, is not among the evidence records.", [id, check.what])) if {
	count(records_named(id)) == 0
} else := told(wrong.set, "", sprintf("%s, named for %s, %s", [titled(entry), check.what, wrong.text])) if {
	some entry in records_named(id)
	wrong := unsound(entry)
} else := told("observed", "", sprintf("%s is named for %s.", [titled(entry), check.what])) if {
	some entry in records_named(id)
}

records_named(id) := [entry | some entry in input.evidence; entry.id == id]

unsound(entry) := told("pending", "", sprintf("is %s.", [entry.state])) if {
	entry.state in {"superseded", "rejected"}
} else := fault({}, entry)
