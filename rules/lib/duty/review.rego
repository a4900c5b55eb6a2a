package aims.lib.duty

import data.aims.lib.dates

# A review: somebody looked at a record, recently enough. A check is
#   concerns    whom it concerns, see data.aims.lib.scope
#   name        what is reviewed, within a sentence: "the inventory entry"
#   record      with reviewedOn and reviewedBy, as far as they are recorded
#   at          JSON pointer of the record in the rule's input
#   maxAgeDays  days after which it has to be reviewed again

# METADATA
# custom:
#   states:
#     violation: >-
#       The review is dated in the future.
#     stale: >-
#       The last review is longer ago than the limit allows. A month or a year counts from its first day.
#     missing: >-
#       Nobody recorded a review, or its date cannot be read.
#     pending: >-
#       A reviewer is named, but no date of the review.
#     observed: >-
#       The last review is recent enough.
review(check) := verdict if {
	verdict := outside(check.concerns)
} else := concluded(check, reviewed(check))

reviewed(check) := {"missing": {item(
	at_field(check, "reviewedOn"),
	concat("", ["Nobody recorded a review of ", check.name, "."]),
)}} if {
	not check.record.reviewedOn
	not check.record.reviewedBy
} else := {"pending": {item(
	at_field(check, "reviewedBy"),
	sprintf("%s is named as reviewer of %s, but no date is recorded.", [check.record.reviewedBy, check.name]),
)}} if {
	not check.record.reviewedOn
} else := {"missing": {item(
	at_field(check, "reviewedOn"),
	sprintf("The date of the last review cannot be read: %v.", [check.record.reviewedOn]),
)}} if {
	not dates.readable(check.record.reviewedOn)
} else := {"violation": {item(
	at_field(check, "reviewedOn"),
	sprintf(
		"%s is recorded as reviewed %s, which lies in the future of %s.",
		[outer(check.name), dates.in_words(check.record.reviewedOn), input.asOf],
	),
)}} if {
	dates.after(check.record.reviewedOn, input.asOf)
} else := {"stale": {item(
	at_field(check, "reviewedOn"),
	sprintf(
		"%s was last reviewed %s; the limit is %s.",
		[outer(check.name), when(check.record.reviewedOn), dates.days_in_words(check.maxAgeDays)],
	),
)}} if {
	dates.age_in_days(check.record.reviewedOn, input.asOf) > check.maxAgeDays
} else := {"observed": {item(
	at_field(check, "reviewedOn"),
	sprintf(
		"%s was reviewed %s, within the limit of %s.",
		[outer(check.name), when(check.record.reviewedOn), dates.days_in_words(check.maxAgeDays)],
	),
)}}

when(date) := sprintf("%s, %s%s before %s", [
	dates.in_words(date),
	{"day": "", "month": "up to ", "year": "up to "}[dates.precision(date)],
	dates.days_in_words(dates.age_in_days(date, input.asOf)),
	input.asOf,
])
