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
#   duty: review
package aims.rules.inventory_entry_fresh

import data.aims.lib.duty
import data.aims.lib.scope

default inventory := {}

inventory := input.system.inventory

verdict := duty.review({
	"concerns": scope.not_retired,
	"name": "the inventory entry",
	"record": inventory,
	"at": "/system/inventory",
	"maxAgeDays": data.params["inventory-review-max-age"],
})
