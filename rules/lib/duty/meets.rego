package aims.lib.duty

# Values that have to keep a limit. A check is
#   name       what is measured, as the beginning of a sentence: The metric "precision"
#   operator   that has to hold between value and threshold: >=, <=, > or <
#   value      as recorded; null where it is blank
#   threshold  likewise
#   excuse     why a broken limit is accepted, such as a decision; "" where nothing is recorded
#   at         JSON pointer of the metric in the rule's input
meets(check) := {"missing": {item(check.at, sprintf("%s has no recorded %s.", [check.name, listing(unmeasured)]))}} if {
	unmeasured := [field | some field in ["operator", "threshold", "value"]; object.get(check, field, null) == null]
	count(unmeasured) > 0
} else := {"observed": {item(check.at, sprintf("%s is %v and keeps its limit of %s %v.", limit_words(check)))}} if {
	holds(check.operator, check.value, check.threshold)
} else := {"pending": {item(check.at, sprintf("%s is %v and breaks its limit of %s %v; decided was: %s", array.concat(limit_words(check), [check.excuse])))}} if {
	check.excuse != ""
} else := {"violation": {item(check.at, sprintf("%s is %v and breaks its limit of %s %v; no decision is recorded.", limit_words(check)))}}

limit_words(check) := [check.name, check.value, check.operator, check.threshold]

# The relation holds between the numbers.
holds(">=", value, threshold) if value >= threshold

holds("<=", value, threshold) if value <= threshold

holds(">", value, threshold) if value > threshold

holds("<", value, threshold) if value < threshold
