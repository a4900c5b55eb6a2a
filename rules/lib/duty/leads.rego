package aims.lib.duty

# An entry that has to lead to something: an evidence record, or an address. A check is
#   name    the entry, as the beginning of a sentence: The entry "Data protection policy"
#   record  id of the evidence record as recorded; "" where it is blank
#   uri     the address, likewise
#   at      JSON pointer of the entry in the rule's input
leads(check) := all_of([end_of(check, entry) | some entry in records_named(check.record)]) if {
	count(records_named(check.record)) > 0
} else := {"violation": {item(at_field(check, "record"), sprintf("%s names the evidence record %q, which is not there.", [check.name, check.record]))}} if {
	check.record != ""
} else := {"observed": {item(at_field(check, "uri"), sprintf("%s leads to %s.", [check.name, check.uri]))}} if {
	check.uri != ""
} else := {"pending": {item(check.at, sprintf("%s leads nowhere: neither a record nor a uri is recorded.", [check.name]))}}

end_of(check, entry) := {"violation": {item(at_field(check, "record"), sprintf("%s leads to %s, which is %s.", [check.name, titled(entry), entry.state]))}} if {
	entry.state in {"superseded", "rejected"}
} else := {found.set: {item(at_field(check, "record"), sprintf("%s leads to a record with a fault: %s %s", [check.name, titled(entry), found.text]))}} if {
	found := fault({}, entry)
} else := {"observed": {item(at_field(check, "record"), sprintf("%s leads to %s.", [check.name, titled(entry)]))}}
