package aims.lib.duty

# A practice of which an evidence record says what came out. A check is that of `practice`.

# METADATA
# custom:
#   states:
#     violation: >-
#       The practice is recorded as not done, as completed on a day in the future, or as not applicable where
#       nobody may decide that.
#     stale: >-
#       The practice was done, but longer ago than the limit allows, or its last valid day has passed.
#     missing: >-
#       Nothing is recorded about the practice, its state is recorded as unknown, or a date cannot be read.
#     pending: >-
#       The practice is in progress; or it is done, and no evidence record says what came out; or, where somebody may
#       decide that it is not needed, it is recorded as not applicable without a reason.
#     observed: >-
#       The practice is done, still valid, and logged. Or somebody who may decided that it is not needed, and noted why.
exercise(check) := practice(object.union(check, {"also": logged(check)}))

logged(check) := {"pending": {item(check.at, sprintf("%s is recorded as done, but no evidence record says what came out.", [check.name]))}} if {
	check.record.state == "done"
	count(object.get(check.record, "evidence", [])) == 0
} else := {}
