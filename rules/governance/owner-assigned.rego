# METADATA
# title: An owner is assigned to every system
# description: >-
#   Every system that is not retired has a named person who answers for it. A unit or a mailbox alone is not a person.
# custom:
#   id: owner-assigned
#   subject: system
#   controls: [iso42001:A.3.2, iso42001:5.3]
#   severity: high
#   remediation: >-
#     Appoint the person who answers for the system and record the name under roles.owner.person, with the date of the
#     appointment under roles.owner.since.
#   parameters: []
package aims.rules.owner_assigned

import data.aims.lib.dates
import data.aims.lib.reasons

owner := input.system.roles.owner

retired if input.system.lifecycle.stage == "retired"

# METADATA
# description: The system is not retired.
applicable if not retired

inapplicable contains reasons.retired(input.system.lifecycle.stage)

# METADATA
# description: Neither a person nor a unit nor a contact is recorded as owner.
missing contains {"message": "Nobody recorded who owns the system.", "at": "/system/roles/owner"} if {
	not owner.person
	not owner.unit
	not owner.contact
}

# METADATA
# description: A unit or a contact is recorded, but no person, or the person is appointed only from a later day on.
pending contains {
	"message": sprintf("The owner is recorded as the unit %s, but no person is named.", [owner.unit]),
	"at": "/system/roles/owner/unit",
} if {
	not owner.person
}

pending contains {
	"message": sprintf("The owner can be reached at %s, but no person is named.", [owner.contact]),
	"at": "/system/roles/owner/contact",
} if {
	not owner.person
}

pending contains {
	"message": sprintf("%s becomes the owner only %s, after %s.", [owner.person, dates.in_words(owner.since), input.asOf]),
	"at": "/system/roles/owner/since",
} if {
	dates.after(owner.since, input.asOf)
}

# METADATA
# description: A person is recorded as owner.
observed contains {
	"message": sprintf("%s is recorded as the owner.", [owner.person]),
	"at": "/system/roles/owner/person",
}
