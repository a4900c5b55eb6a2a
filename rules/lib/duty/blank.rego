package aims.lib.duty

# A value that somebody has to record: nothing to say where it is there. A check is
#   what   nobody recorded where it is blank, within a sentence: "whether event logging is enabled"
#   value  as recorded; "" where it is blank
#   at     JSON pointer of the value in the rule's input
blank(check) := {"missing": {item(check.at, concat("", ["Nobody recorded ", check.what, "."]))}} if {
	check.value == ""
} else := {"missing": {item(check.at, concat("", [outer(check.what), " is recorded as unknown."]))}} if {
	check.value == "unknown"
} else := {}
