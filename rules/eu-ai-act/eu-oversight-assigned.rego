# METADATA
# title: Named and trained people oversee the use
# description: >-
#   The deployer of a high-risk system assigned its oversight to people who are named and trained for it.
# custom:
#   id: eu-oversight-assigned
#   subject: system
#   controls: [eu-ai-act:Art. 26(2)]
#   severity: high
#   remediation: >-
#     Name the people under roles.overseers (person), and record their training under practices.training with state,
#     completedOn and the evidence record.
#   parameters: []
#   duty: practices
#   concerns: From the day on which Art. 26 applies.
#   states:
#     violation: >-
#       The list of overseers is empty, or the training is recorded as not done, as not applicable or as completed on a
#       day in the future.
#     stale: >-
#       The training was valid until a day that has passed.
#     missing: >-
#       Nobody recorded the overseers or the training, or its state is recorded as unknown.
#     pending: >-
#       The training is under way, or an overseer is recorded without a person.
#     observed: >-
#       Overseers are recorded, and the training is done.
package aims.rules.eu_oversight_assigned

import data.aims.lib.duty
import data.aims.lib.law

default training := {}

training := input.system.practices.training

overseers := object.get(input.system, ["roles", "overseers"], null)

concerned := law.deployer("art-26.2")

verdict := aside if {
	aside := duty.outside(concerned)
} else := duty.within(concerned, duty.all_of([assigned, trained, says]))

assigned := duty.listed({
	"what": "who oversees the use of the system",
	"entries": "people or posts that oversee the use of the system",
	"value": overseers,
	"at": "/system/roles/overseers",
})

trained := law.done({
	"name": "The training of those who oversee the system",
	"record": training,
	"at": "/system/practices/training",
	"obligatory": "the deployer of a high-risk system",
})

says.pending contains duty.item(sprintf("/system/roles/overseers/%d", [number]), "An overseer is recorded without a person.") if {
	some number, overseer in overseers
	not overseer.person
}
