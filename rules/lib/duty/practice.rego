package aims.lib.duty

import data.aims.lib.practice as practices

# A practice: something that has to be done, with a state and, where they are recorded, dates. A check is that of
# `data.aims.lib.practice.outcome` without its asOf, and
#   concerns  whom it concerns, see data.aims.lib.scope

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
#       The practice is in progress; or, where somebody may decide that it is not needed, it is recorded as not
#       applicable without a reason.
#     observed: >-
#       The practice is done and still valid. Done without a date counts, and the message says that no date is
#       recorded. Or somebody who may decided that it is not needed, and noted why.
practice(check) := verdict if {
	verdict := outside(check.concerns)
} else := concluded(check, practices.outcome(object.union(check, {"asOf": input.asOf})))
