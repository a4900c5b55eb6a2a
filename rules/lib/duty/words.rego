package aims.lib.duty

# What a value holds that nobody recorded: it is absent, unknown, or an empty text or list.
blanks := {null, "", "unknown", []}

# The words for fields that are blank in an entry, sorted by the fields. A field may be a path: "likelihood/level".
#   needs  object of a field and what it holds, with its article: {"owner": "an owner"}
lacking(entry, needs) := [words |
	some field, words in needs
	object.get(entry, split(field, "/"), null) in blanks
]

# Words as a sentence lists them: "a, b and c"
listing(words) := concat("", words) if count(words) < 2

listing(words) := concat(" and ", [
	concat(", ", array.slice(words, 0, count(words) - 1)),
	words[count(words) - 1],
]) if {
	count(words) > 1
}

# Whether something is, as a verb for so many.
are(1) := "is"

are(number) := "are" if number != 1

# References to controls in the order of their standard: clauses before the annex, and 4.2 before 4.10.
standard_order(references) := [reference | some [_, reference] in sort([[order_key(reference), reference] | some reference in references])]

order_key(reference) := [key_part(part) | some part in split(replace(reference, ":", "."), ".")]

key_part(part) := to_number(part) if {
	trim(part, "0123456789") == ""
	part != ""
} else := part
