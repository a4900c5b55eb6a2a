# The data sets of a system, and what a rule says about each of them.
package aims.lib.data_sets

import data.aims.lib.duty
import data.aims.lib.scope

default recorded := null

recorded := input.system.data.sets

at := "/system/data/sets"

place(number, field) := sprintf("%s/%d/%s", [at, number, field])

# A data set within a sentence.
named(entry) := duty.named("the data set", entry, "name")

# The verdict over the data sets, by what is found about some of them.
over(outcomes, none) := duty.over({
	"concerns": scope.begun,
	"what": "the data sets of the system",
	"entries": recorded,
	"at": at,
	"outcomes": outcomes,
	"none": none,
})

# The verdict over what belongs to each of the data sets, or to those of the given numbers.
given(needs, numbers, none) := duty.each({
	"concerns": scope.begun,
	"what": "the data sets of the system",
	"one": "The data set",
	"entries": recorded,
	"at": at,
	"name": "name",
	"needs": needs,
	"mayBeEmpty": true,
	"only": numbers,
	"none": none,
})

every_number := {number | some number, _ in recorded}

# Evidence records that each of the data sets names in a field.
linked(field, what) := over(
	{duty.shown({
		"what": sprintf("%s of %s", [what, named(entry)]),
		"ids": object.get(entry, field, null),
		"at": place(number, field),
	}) |
		some number, entry in recorded
	},
	"",
)
