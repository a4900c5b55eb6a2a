package aims.lib.duty

# What is recorded, compared with what is there. A check is
#   concerns    whom it concerns, see data.aims.lib.scope
#   name        the comparison, as the beginning of a sentence: "The comparison of tools with lock files"
#   record      with agrees and comparedOn, as far as they are recorded; {} where nothing is
#   at          JSON pointer of the record in the rule's input
#   maxAgeDays  days after which it has to be compared again

# METADATA
# custom:
#   states:
#     violation: >-
#       The two do not agree, or the comparison is dated in the future.
#     stale: >-
#       The last comparison is longer ago than the limit allows. A month or a year counts from its first day.
#     missing: >-
#       Nobody recorded the outcome or the day of a comparison, or the day cannot be read.
#     observed: >-
#       The two agree, and the comparison is recent enough.
compared(check) := verdict if {
	verdict := outside(check.concerns)
} else := concluded(check, all_of([
	answer({
		"what": concat(" ", ["the outcome of", inner(check.name)]),
		"value": object.get(check.record, "agrees", ""),
		"at": at_field(check, "agrees"),
		"yes": concat("", [check.name, " found that they agree."]),
		"no": concat("", [check.name, " found that they differ."]),
	}),
	recent({
		"name": check.name,
		"made": "made",
		"on": object.get(check.record, "comparedOn", ""),
		"at": at_field(check, "comparedOn"),
		"maxAgeDays": check.maxAgeDays,
	}),
]))
