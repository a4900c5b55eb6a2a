# METADATA
# title: The inventory entry was reviewed recently
# description: >-
#   Somebody went through the entry of the system in the inventory of AI systems and confirmed it, recently enough.
# custom:
#   id: inventory-entry-fresh
#   subject: system
#   controls: [iso42001:A.4.2, iso42001:4.3]
#   severity: medium
#   remediation: >-
#     Go through the descriptor with the owner, correct what has changed, and record the day under
#     inventory.reviewedOn.
#   parameters: [inventory-review-max-age]
package aims.rules.inventory_entry_fresh

import data.aims.lib.dates
import data.aims.lib.reasons

max_age := data.params["inventory-review-max-age"]

reviewed_on := input.system.inventory.reviewedOn

age := dates.age_in_days(reviewed_on, input.asOf)

age_in_words := dates.days_in_words(age) if dates.precision(reviewed_on) == "day"

age_in_words := concat(" ", ["up to", dates.days_in_words(age)]) if dates.precision(reviewed_on) != "day"

in_future if dates.after(reviewed_on, input.asOf)

retired if input.system.lifecycle.stage == "retired"

# METADATA
# description: The system is not retired.
applicable if not retired

inapplicable contains reasons.retired(input.system.lifecycle.stage)

# METADATA
# description: The review is dated in the future.
violation contains {
	"message": sprintf(
		"The inventory entry is recorded as reviewed %s, which lies in the future of %s.",
		[dates.in_words(reviewed_on), input.asOf],
	),
	"at": "/system/inventory/reviewedOn",
} if {
	in_future
}

# METADATA
# description: >-
#   The last review is longer ago than inventory-review-max-age allows. A month or a year counts from its first day.
stale contains {
	"message": sprintf(
		"The inventory entry was last reviewed %s, %s before %s; the limit is %s.",
		[dates.in_words(reviewed_on), age_in_words, input.asOf, dates.days_in_words(max_age)],
	),
	"at": "/system/inventory/reviewedOn",
} if {
	age > max_age
}

# METADATA
# description: Nobody recorded a review, or its date cannot be read.
missing contains {
	"message": "Nobody recorded a review of the inventory entry.",
	"at": "/system/inventory/reviewedOn",
} if {
	not reviewed_on
	not input.system.inventory.reviewedBy
}

missing contains {
	"message": sprintf("The date of the last review cannot be read: %v.", [reviewed_on]),
	"at": "/system/inventory/reviewedOn",
} if {
	reviewed_on
	not dates.readable(reviewed_on)
}

# METADATA
# description: A reviewer is named, but no date of the review.
pending contains {
	"message": sprintf(
		"%s is named as reviewer of the inventory entry, but no date is recorded.",
		[input.system.inventory.reviewedBy],
	),
	"at": "/system/inventory/reviewedBy",
} if {
	not reviewed_on
}

# METADATA
# description: The last review is recent enough.
observed contains {
	"message": sprintf(
		"The inventory entry was reviewed %s, %s before %s, within the limit of %s.",
		[dates.in_words(reviewed_on), age_in_words, input.asOf, dates.days_in_words(max_age)],
	),
	"at": "/system/inventory/reviewedOn",
} if {
	not in_future
	age <= max_age
}
