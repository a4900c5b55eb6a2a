package aims.lib.duty

import data.aims.lib.dates

# A role that a person holds. A check is
#   concerns  whom it concerns, see data.aims.lib.scope
#   name      the role, within a sentence: "the owner"
#   question  what nobody recorded where it is blank: "who owns the system"
#   record    with person, unit, contact and since, as far as they are recorded
#   at        JSON pointer of the record in the rule's input

# METADATA
# custom:
#   states:
#     missing: >-
#       Neither a person nor a unit nor a contact is recorded.
#     pending: >-
#       A unit or a contact is recorded, but no person, or the person is appointed only from a later day on.
#     observed: >-
#       A person is recorded.
role(check) := verdict if {
	verdict := outside(check.concerns)
} else := concluded(check, all_of(holding(check)))

holding(check) := {{"missing": {item(check.at, concat("", ["Nobody recorded ", check.question, "."]))}}} if {
	every field in ["person", "unit", "contact"] {
		not check.record[field]
	}
} else := {{"pending": {item(at_field(check, field), text)}} |
	some field, words in {"unit": "is recorded as the unit", "contact": "can be reached at"}
	text := concat("", [outer(check.name), " ", words, " ", check.record[field], ", but no person is named."])
} if {
	not check.record.person
} else := {appointed_later(check), held_by_person(check)} if {
	dates.after(check.record.since, input.asOf)
} else := {held_by_person(check)}

appointed_later(check) := {"pending": {item(at_field(check, "since"), concat("", [
	check.record.person,
	" becomes ",
	check.name,
	" only ",
	dates.in_words(check.record.since),
	", after ",
	input.asOf,
	".",
]))}}

held_by_person(check) := {"observed": {item(
	at_field(check, "person"),
	concat("", [check.record.person, " is recorded as ", check.name, "."]),
)}}

at_field(check, field) := concat("/", [check.at, field])

# Words within a sentence as the beginning of one.
outer(text) := concat("", [upper(substring(text, 0, 1)), substring(text, 1, -1)])
