package aims.lib.lists_test

import data.aims.lib.expectation_test as expectation
import data.aims.lib.lists

# Name of a list, where it stands, and the words about it; whether it may be empty.
test_each_list_is_read_where_it_stands if {
	every case in [
		["alerts", ["monitoring", "alerts"], "the alerts of monitoring", "The alert", "name", true],
		["changes", ["changes"], "the changes since deployment", "The change", "what", true],
		["incidents", ["incidents"], "the incidents", "The incident", "id", true],
		["suppliers", ["suppliers"], "the suppliers", "The supplier", "name", false],
		["uses", ["use", "uses"], "the uses of the system", "The use", "name", true],
	] {
		[list, path, what, one, name, empty] := case
		blank := lists[list] with input as expectation.about({})
		blank.entries == null
		filled := lists[list] with input as expectation.about(expectation.object_at(path, [{"name": "x"}]))
		filled == object.union(
			{
				"what": what,
				"one": one,
				"entries": [{"name": "x"}],
				"at": concat("/", array.concat(["", "system"], path)),
				"name": name,
			},
			{key: true | some key in ["mayBeEmpty"]; empty},
		)
	}
}

test_says_something_where_there_is_no_entry if {
	every case in [
		["no_use", ["use", "uses"], "the uses of the system"],
		["no_incident", ["incidents"], "the incidents"],
	] {
		[name, path, what] := case
		at := concat("/", array.concat(["", "system"], path))
		blank := lists[name] with input as expectation.about({})
		blank == {"missing": {expectation.item(at, sprintf("Nobody recorded %s.", [what]))}}
		none := lists[name] with input as expectation.about(expectation.object_at(path, []))
		none == {"observed": {expectation.item(at, sprintf("The list of %s is recorded as empty: there are none.", [what]))}}
		some_entry := lists[name] with input as expectation.about(expectation.object_at(path, [{"id": "x"}]))
		some_entry == {}
	}
}

test_when_an_incident_became_known if {
	lists.known({"id": "FR-1", "knownOn": "2026-05"}, "/system/incidents/0") == {
		"what": "when the incident \"FR-1\" became known",
		"on": "2026-05",
		"at": "/system/incidents/0/knownOn",
	}
	lists.known({"id": "FR-1"}, "/system/incidents/0").on == ""
	every case in [["2026-10-29", true], ["2026-10-30", false], ["2026-09", true], ["2026-10", false], ["soon", false]] {
		late := lists.known_for_more_than({"knownOn": case[0]}, 2) with input as expectation.about({})
		late == case[1]
	}
	unknown := lists.known_for_more_than({}, 2) with input as expectation.about({})
	unknown == false
}
