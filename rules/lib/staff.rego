# Who works with AI in the organization: holders of roles, and the list of people with their competences.
package aims.lib.staff

import data.aims.lib.dates
import data.aims.lib.duty

# null where nobody recorded the list.
default list := null

list := input.organization.people

# Persons who hold a role of the organization, or own a system. Whoever owns several systems is named once.
holders contains {"person": assignment.person, "role": role, "at": sprintf("/organization/roles/%s/person", [role])} if {
	some role, assignment in input.organization.roles
}

holders contains {"person": person, "role": "systemOwner", "at": sprintf("/systems/%d/owner", [min(numbers)])} if {
	some person, numbers in systems_of
}

systems_of[person] contains number if {
	some number, system in input.systems
	person := system.owner
}

# What to call them: Tomasz Wren (AIMS manager)
titled(holder) := sprintf("%s (%s)", [holder.person, words[holder.role]])

words[role] := entry.name if some role, entry in data.reference.iso42001.roles

# Numbers of the entries of a person.
entries[person] contains number if {
	some number, entry in list
	person := entry.name
}

# For a rule that says something about every holder: nobody holds a role.
nobody := {"missing": {duty.item("/organization/roles", "Nobody is named in a role of the organization, or as owner of a system.")}} if {
	count(holders) == 0
} else := {}

# For the same: holders who are not in the list of people.
unlisted := {"missing": {duty.item(holder.at, sprintf("%s is not in the list of people.", [titled(holder)])) |
	some holder in holders
	not entries[holder.person]
}}

# Somebody is recorded as active and has not left.
active(entry) if {
	entry.active == "yes"
	not gone(entry)
}

gone(entry) if entry.active == "no"

gone(entry) if dates.before(entry.leftOn, input.asOf)

# What is said of the age of a competence.
aged(competence, name, at, days) := expired(competence, name, at) if {
	dates.before(competence.validUntil, input.asOf)
} else := duty.recent({
	"name": name,
	"made": "proven",
	"on": object.get(competence, "obtainedOn", ""),
	"at": sprintf("%s/obtainedOn", [at]),
	"maxAgeDays": days,
})

expired(competence, name, at) := {"stale": {duty.item(
	sprintf("%s/validUntil", [at]),
	sprintf("%s was valid until %s, which is before %s.", [name, competence.validUntil, input.asOf]),
)}}
