package main

import (
	"fmt"
	"reflect"
	"testing"
)

// checked gives the problems of modules as "file:row:column code message".
func checked(t *testing.T, modules sources, data map[string]any) []string {
	t.Helper()
	sets := map[string][]string{}
	for path := range modules {
		sets[path] = []string{"violation", "observed"}
	}
	result, _ := ask[checkResult](t, map[string]any{
		"op": "check", "modules": modules, "itemSets": sets, "documents": []string{"params"}, "data": data,
	})
	found := []string{}
	for _, each := range result.Errors {
		found = append(found, fmt.Sprintf("%s:%d:%d %s %s", each.File, each.Row, each.Column, each.Code, each.Message))
	}
	return found
}

func TestFollowsReferences(t *testing.T) {
	library := "package team.lib\n\nlimit := 3\n\ntable[key] := 1 if some key in [\"a\"]\n"
	data := map[string]any{"regions": map[string]any{"eu": map[string]any{"code": 1}}, "list": []any{1}}
	for body, want := range map[string][]string{
		"data.team.lib.limit > 1":                  {},
		"data.team.lib.table.any == 1":             {},
		"data.team[input.x].limit > 1":             {},
		"data.params.any":                          {},
		"data.list[0] == 1":                        {},
		"data.regions.eu.code == 1":                {},
		"data.regions[input.x].code":               {},
		"data.mock.x with data.mock as {\"x\": 1}": {},
		"data.regoins.eu": {"a.rego:4:2 undefined_reference The reference data.regoins leads nowhere: no package, " +
			"no data file and no document of aims has this name; did you mean data.regions?"},
		"data.lib.limit": {"a.rego:4:2 undefined_reference The reference data.lib leads nowhere: no package, " +
			"no data file and no document of aims has this name; did you mean data.team.lib?"},
		"data.team.lib.limits > 1": {"a.rego:4:2 undefined_reference The reference data.team.lib.limits leads nowhere: " +
			"there is no limits in data.team.lib; did you mean data.team.lib.limit?"},
		"data.regions.us.code": {"a.rego:4:2 undefined_key The reference data.regions.us leads nowhere: " +
			"the data files have no \"us\" in data.regions"},
	} {
		found := checked(t, sources{"a.rego": "package a\n\nx if {\n\t" + body + "\n}\n", "lib.rego": library}, data)
		if !reflect.DeepEqual(found, want) {
			t.Errorf("%s gives %q", body, found)
		}
	}
}

func TestFollowsImports(t *testing.T) {
	module := "package a\n\nimport data.team.libb as lib\n\nx if lib.limit > 1\n\ny if lib.limit > 2\n"
	found := checked(t, sources{"a.rego": module, "lib.rego": "package team.lib\n\nlimit := 3\n"}, nil)
	want := []string{"a.rego:3:8 undefined_reference The import data.team.libb leads nowhere: there is no libb in data.team; " +
		"did you mean data.team.lib?"}
	if !reflect.DeepEqual(found, want) {
		t.Errorf("%q", found)
	}
}

func TestLooksAtItems(t *testing.T) {
	for rule, want := range map[string][]string{
		`violation contains {"message": "m", "at": ""} if input.x`:             {},
		`violation contains {"message": input.m, "at": sprintf("/a/%d", [1])}`: {},
		`violation contains {"message": "m", "at": $"/a/{input.x}"}`:           {},
		`violation contains item if some item in input.items`:                  {},
		`violation := input.items`:                                             {},
		`violation contains {"at": "/a", "message": "m", "code": 3}`:           {`a.rego:3:49 rule_item_warning An item has "message" and "at": nothing reads its "code"`},
		`violation contains {"mesage": "m", "at": "/a"}`:                       {`a.rego:3:21 rule_item_error An item of violation has no "message", but "mesage"; did you mean "message"?`},
		`violation contains {"message": "m"}`:                                  {`a.rego:3:20 rule_item_error An item of violation has no "at": write {"message": text, "at": JSON pointer}`},
		`violation contains {"message": ["m"], "at": "/a"}`:                    {`a.rego:3:32 rule_item_error "message" of an item is an array, but has to be text`},
		`violation contains {"message": "m", "at": "a.b"}`:                     {`a.rego:3:43 rule_item_error "at" is "a.b", which is not a JSON pointer: it begins with "/", and "~" is written ~0 in it; did you mean "/a/b"?`},
		`violation contains msg if msg := sprintf("%v", [input.x])`:            {`a.rego:3:34 rule_item_error An item of violation is text, but has to be {"message": text, "at": JSON pointer}`},
		`observed if input.x`:                                                  {`a.rego:3:1 rule_item_error observed is true, but has to be a set of items: write observed contains {"message": ..., "at": ...} if ...`},
		`observed[x] := 1 if x := input.x`:                                     {`a.rego:3:1 rule_item_error observed is declared as an object, but has to be a set of items: write observed contains {"message": ..., "at": ...} if ...`},
		`applicable := "yes"`:                                                  {`a.rego:3:15 rule_item_error applicable is text, but has to be true or false`},
	} {
		found := checked(t, sources{"a.rego": "package a\n\n" + rule + "\n"}, nil)
		if !reflect.DeepEqual(found, want) {
			t.Errorf("%s gives %q", rule, found)
		}
	}
}

func TestKnowsOlderRego(t *testing.T) {
	found := checked(t, sources{"a.rego": "package a\n\np[x] {\n\tx := input.y\n}\n\nq[x] {\n\tx := input.z\n}\n"}, nil)
	if want := []string{"a.rego:3:1 rego_v0 The file is written for OPA before 1.0."}; !reflect.DeepEqual(found, want) {
		t.Errorf("%q", found)
	}
}

func TestPutsFaultsOfMetadataOnTheirLine(t *testing.T) {
	for block, row := range map[string]int{
		"title: Short\n# description: one: two\n# custom:\n#   id: a":            4,
		"title: \"Never closed\n# description: More\n# custom: {}":               3,
		"title: Short\n# custom:\n#   id: a\n#  severity: low\n# scope: package": 6,
		"title: Short\n# custom: text":                                           4,
	} {
		result, _ := ask[checkResult](t, map[string]any{
			"op": "check", "modules": sources{"a.rego": "# One line.\n# METADATA\n# " + block + "\npackage a\n"},
		})
		if len(result.Errors) != 1 || result.Errors[0].Row != row {
			t.Errorf("%s gives %+v", block, result.Errors)
		}
	}
}

func TestPutsTypeErrorsWhereTheyAre(t *testing.T) {
	module := "package a\n\ntable := {\"k\": 1}\n\np if table[input.n] == 1\n\nq if {\n\tn := 1\n\ttable[n]\n}\n\nr if table.k == 2\n"
	found := checked(t, sources{"a.rego": module}, nil)
	want := []string{"a.rego:9:2 rego_type_error undefined ref: data.a.table[n]: n is of the type number, which no key of data.a.table is; " +
		"the keys are \"k\""}
	if !reflect.DeepEqual(found, want) {
		t.Errorf("%q", found)
	}
}
