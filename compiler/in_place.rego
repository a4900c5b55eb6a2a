# Compiled rules call these functions where their authors call the builtins: what WebAssembly computes as OPA does stays in the
# module, what it computes otherwise goes to the host. `host.f` is the host's builtin f, and a function is named after the builtin
# that it stands for, with underscores for dots.
package in_place

# An index that both take, so two numbers written as integers of 64 bits, is what this is defined for. Nothing else tells 1 and 1.0
# apart at that price.
integers(x, y) if array.slice([], x, y)

in_place_plus(x, y) := x + y if integers(x, y)

else := host.plus(x, y)

# No host can give back a set.
in_place_minus(x, y) := x - y if integers(x, y)

else := x - y if is_set(x)

else := host.minus(x, y)

in_place_mul(x, y) := x * y if integers(x, y)

else := host.mul(x, y)

in_place_div(x, y) := x / y if {
	integers(x, y)
	x != 0
	y != 0
	x % y == 0
}

else := host.div(x, y)

in_place_rem(x, y) := x % y if {
	integers(x, y)
	y != 0
}

else := host.rem(x, y)

in_place_abs(x) := abs(x) if integers(x, 0)

else := host.abs(x)

in_place_ceil(x) := ceil(x) if integers(x, 0)

else := host.ceil(x)

in_place_floor(x) := floor(x) if integers(x, 0)

else := host.floor(x)

in_place_round(x) := round(x) if integers(x, 0)

else := host.round(x)

in_place_numbers_range(x, y) := numbers.range(x, y) if integers(x, y)

else := host.numbers.range(x, y)

# The host tells whether it is a number, and writes it as the module reads it.
in_place_to_number(x) := to_number(x) if not is_string(x)

else := to_number(x) if {
	x != ""
	trim(x, "0123456789") == ""
}

else := to_number(host.to_number(x))

in_place_indexof(text, part) := indexof(text, part) if part != ""

in_place_replace(text, old, new) := replace(text, old, new) if old != ""

else := new if text == ""

else := concat(new, array.concat(array.concat([""], split(text, "")), [""]))

in_place_array_slice(items, start, stop) := array.slice(items, start, stop) if integers(start, stop)

else := array.slice(items, index(start), index(stop))

in_place_substring(text, start, length) := substring(text, start, length) if {
	integers(start, length)
	start >= 0
}

else := substring(text, index(start), index(length)) if start >= 0

# A number that OPA takes for an index, in the form that the module takes for one. Nothing is as long as the bounds.
index(x) := min([max([to_number(host.format_int(x, 10)), -1]), 4294967296]) if {
	is_number(x)
	written := json.marshal(x)
	not contains(lower(written), "e")
	count(trim_left(written, "-")) < 20
	x == to_number(host.format_int(x, 10))
}

# An alternative that is opened and not closed makes a pattern wrong.
in_place_glob_match(pattern, delimiters, text) := glob.match(pattern, delimiters, text) if not contains(pattern, "{")

else := glob.match(pattern, delimiters, text) if {
	plain := host.regex.replace(pattern, `\\.|\[[^\]]*\]`, "")
	count(split(plain, "{")) <= count(split(plain, "}"))
}

in_place_object_union_n(objects) := {} if objects == []

else := object.union_n(objects)

in_place_json_filter(object, paths) := json.filter(object, longer(paths))

in_place_json_remove(object, paths) := json.remove(object, longer(paths))

# A path without parts leads nowhere.
longer(paths) := [path | some path in paths; path != ""; path != []] if is_array(paths)

else := {path | some path in paths; path != ""; path != []} if is_set(paths)

# What a template string shows of a value.
in_place_text(x) := x if is_string(x)

else := json.marshal(x) if integers(x, 0)

else := substring(shown, 1, count(shown) - 2) if shown := host.sprintf("%v", [[x]])
