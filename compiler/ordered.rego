# What compiled modules call where order is visible (ordered.go). The package has another name there, which no author can write.
package order

# The keys of whatever can be iterated, in OPA's order; the elements of a set are its keys.
keys(collection) := [key | some key, _ in collection] if {
	is_array(collection)
} else := sorted([key | some key, _ in collection])

# The values, in the order of their keys.
values(collection) := collection if {
	is_array(collection)
} else := [collection[key] | some key in sorted([key | some key, _ in collection])]

# The elements of a set in OPA's order; all else as it is.
listed(collection) := sorted([element | some element in collection]) if {
	is_set(collection)
} else := collection

# The native sort takes quadratic time: a long list is parted three times, into sixteen each.
sorted(list) := sort(list) if {
	count(list) <= 64
} else := [element | some part in parts(list); some element in sorted_part(part)]

sorted_part(list) := sort(list) if {
	count(list) <= 64
} else := [element | some part in parts(list); some element in sorted_part_of_part(part)]

sorted_part_of_part(list) := sort(list) if {
	count(list) <= 64
} else := [element | some part in parts(list); some element in sort(part)]

# Every element of a part comes before all those of the next one.
parts(list) := array.concat(array.concat([before], between), [after]) if {
	step := count(list) / 16
	pivots := sort([list[floor(step * i)] | some i in numbers.range(1, 15)])
	first := pivots[0]
	before := [element | some element in list; element < first]
	between := [part |
		some i, high in array.slice(pivots, 1, 15)
		low := pivots[i]
		part := [element | some element in list; element >= low; element < high]
	]
	last := pivots[14]
	after := [element | some element in list; element >= last]
}
