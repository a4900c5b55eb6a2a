package aims.lib.duty

# A value that somebody has to record, whatever it is. A check is
#   what   nobody recorded where it is blank, within a sentence: "what the system is meant for"
#   value  as recorded; "" where it is blank
#   at     JSON pointer of the value in the rule's input
#   said   the sentence where it is there
filled(check) := {"observed": {item(check.at, check.said)}} if {
	blank(check) == {}
} else := blank(check)
