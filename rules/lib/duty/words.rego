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
