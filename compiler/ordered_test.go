package main

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"github.com/open-policy-agent/opa/v1/ast"
)

// ordered compiles modules and makes them keep the order.
func ordered(t *testing.T, texts sources) (parsedModules, []problem) {
	t.Helper()
	allowed, err := loadShippedCapabilities()
	if err != nil {
		t.Fatal(err)
	}
	modules, problems := parse(texts, allowed)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	compiler := newCompiler(allowed)
	if problems := compileAll(compiler, modules); len(problems) > 0 {
		t.Fatal(problems)
	}
	rewritten, problems, err := keepOrder(compiler)
	if err != nil {
		t.Fatal(err)
	}
	return rewritten, problems
}

// A package with rules of all kinds and types, and one that it uses.
const (
	rulesToOrder = `package a

import data.other

set contains x if some x in input.list

object[k] := v if some k, v in input.object

array := ["b", "a"]

either := array if input.x

either := object if not input.x

tree.b := 1

tree.a := 2

listed(x) := [y | some y in x]

`
	otherRules = `package other

list := [1]

set := {"b", "a"}
`
)

var generated = regexp.MustCompile(`__local\d+__|aims:\d+|\$\d+`)

// bodyOf is the body of a rule with this value as it is after the transform, its variables in the order of their appearance.
func bodyOf(t *testing.T, value string) string {
	t.Helper()
	modules, problems := ordered(t, sources{"a.rego": rulesToOrder + "rule := " + value + "\n", "other.rego": otherRules})
	if len(problems) > 0 {
		t.Fatal(value, problems)
	}
	rules := modules["a.rego"].Rules
	body := rules[len(rules)-1].Body
	ast.WalkExprs(body, func(expr *ast.Expr) bool {
		if expr.Location == nil {
			t.Errorf("%s has no place in %s", expr, value)
		}
		return false
	})
	names := map[string]string{}
	short := generated.ReplaceAllStringFunc(body.String(), func(name string) string {
		if names[name] == "" {
			names[name] = fmt.Sprintf("v%d", len(names))
		}
		return names[name]
	})
	return strings.NewReplacer(`data["aims:ordered"].`, "", "data.a.", "", "data.other", "other").Replace(short)
}

func TestTakesSortedKeysWhereOrderIsVisible(t *testing.T) {
	for value, want := range map[string]string{
		"[x | some x in set]":                              "v0 = [v1 | v2 = set; values(v2, v3); v1 = v3[v4]]",
		"[[k, v] | some k, v in object]":                   "v0 = [[v1, v2] | v3 = object; keys(v3, v4); v1 = v4[v5]; v2 = v3[v1]]",
		"[v | some v in either]":                           "v0 = [v1 | v2 = either; values(v2, v3); v1 = v3[v4]]",
		"[k | some k, _ in tree]":                          "v0 = [v1 | v2 = tree; keys(v2, v3); v1 = v3[v4]; v5 = v2[v1]]",
		"[x | some i, k in array; x := object[k][i]]":      "v0 = [v1 | v2 = array[v3]; v1 = object[v2][v3]]",
		"[x | some k in array; x := object[k][_]]":         "v0 = [v1 | v2 = array[v3]; v4 = object[v2]; values(v4, v5); v1 = v5[_]]",
		"[k | other.list[_] = object[k]]":                  "v0 = [k | v1 = other.list[_]; v2 = object; keys(v2, v3); k = v3[v4]; v1 = v2[k]]",
		"[y | input.object[k].list[_].set[y]]":             "v0 = [y | v1 = input.object; values(v1, v2); v3 = v2[k].list; values(v3, v4); v5 = v4[_].set; keys(v5, v6); y = v6[v7]; v5[y]]",
		"[i | input.array[i] = [1, 2][_]]":                 "v0 = [i | v1 = [1, 2]; v2 = input.array; keys(v2, v3); i = v3[v4]; v2[i] = v1[_]]",
		"{[x | some x in set] | some y in set}":            "v0 = {v1 | v2 = set[v3]; v1 = [v4 | v5 = set; values(v5, v6); v4 = v6[v7]]}",
		"[n | some _ in array; n := [x | some x in set]]":  "v0 = [v1 | v2 = array[v3]; v1 = [v4 | v5 = set; values(v5, v6); v4 = v6[v7]]]",
		"[x | walk(input, [_, x])]":                        "v0 = [x | v1 = input; v2 = [v3 | walk(v1, v3)]; sorted(v2, v4); [_, x] = v4[v5]]",
		"concat(\",\", set)":                               "v0 = set; listed(v0, v1); concat(\",\", v1, v2)",
		"concat(\",\", input.list)":                        "v0 = input.list; listed(v0, v1); concat(\",\", v1, v2)",
		"[x | some x in set with input.list as [1]]":       "v0 = [v1 | v2 = set with input.list as [1]; values(v2, v3); v1 = v3[v4] with input.list as [1]]",
		"[x | x := other[[\"list\"][_]][_]]":               "v0 = [v1 | v2 = [\"list\"]; v3 = v2[_]; v4 = [v5 | other[v3][v5] = v6]; sorted(v4, v7); _ = v7[v8]; v1 = other[v3][_]]",
		"[x | some x in listed(set)]":                      "v0 = [v1 | v2 = set; listed(v2, v3); v1 = v3[v4]]",
		"[x | some x in array]":                            "v0 = [v1 | v1 = array[v2]]",
		"[x | some x in split(input.x, \",\")]":            "v0 = [v1 | v2 = input.x; split(v2, \",\", v3); v1 = v3[v4]]",
		"[object[x] | some x in array]":                    "v0 = [v1 | v2 = array[v3]; v1 = object[v2]]",
		"[1 | some x in set]":                              "v0 = [1 | v1 = set[v2]]",
		"{x | some x in set}":                              "v0 = {v1 | v1 = set[v2]}",
		"[x | some x in array; every y in set { y != x }]": "v0 = [v1 | v1 = array[v2]; v3 = set; every v4, v5 in v3 { neq(v5, v1) }]",
		"concat(\",\", array)":                             "v0 = array; concat(\",\", v0, v1)",
		"[x | x := set]":                                   "v0 = [v1 | v1 = set]",
	} {
		if got := bodyOf(t, value); got != want {
			t.Errorf("%s\n gives %s\n  not  %s", value, got, want)
		}
	}
}

// A `with` may put a value of any type in the place of a rule's.
func TestTrustsNoTypeThatIsReplaced(t *testing.T) {
	modules, problems := ordered(t, sources{
		"a.rego": "package a\n\nimport data.other\n\nrule := [x | some x in other.list]\n\ntried if rule with other.list as {1}\n",
		"b.rego": otherRules,
	})
	if body := modules["a.rego"].Rules[0].Body.String(); len(problems) > 0 || !strings.Contains(body, ".values(") {
		t.Error(problems, body)
	}
}

func TestAddsNothingWhereNoOrderIsVisible(t *testing.T) {
	modules, problems := ordered(t, sources{"a.rego": otherRules})
	if len(problems) > 0 || len(modules) != 1 {
		t.Error(problems, modules)
	}
}

func TestRefusesOrderThatCannotBeKept(t *testing.T) {
	const written = "an array comprehension cannot iterate the set or object of a.rego:4, because OPA does not sort elements or keys that are " +
		"not constants: make that one by a comprehension, such as {x | some x in [input.a, input.b]}, or an array"
	packages := func(name string) string {
		return "an array comprehension cannot iterate the packages or rules of " + name + ", because a compiled policy does not keep their " +
			"order: write a set comprehension, or name each of them"
	}
	for text, want := range map[string]*problem{
		"p := [x | x := data.other[_]]":                                      {Row: 4, Column: 11, Message: packages("data.other")},
		"p := [x | x := data[_].list]":                                       {Row: 4, Column: 11, Message: packages("data")},
		"p := [x | some x in {input.a, input.b}]":                            {Row: 4, Column: 11, Message: written},
		"p := [k | some k, _ in {input.a: 1, input.b: 2}]":                   {Row: 4, Column: 11, Message: written},
		"s := {input.a, 1}\n\np := [x | some x in s]":                        {Row: 6, Column: 11, Message: written},
		"q := f([{input.a, 1}])\n\nf(l) := [x | some x in l[0]]":             {Row: 6, Column: 14, Message: written},
		"f(x) := {x, 1}\n\np := [x | y := f(2); some z in [y]; some x in z]": {Row: 6, Column: 37, Message: written},
		"p := {x | x := data.other[_]}":                                      nil,
		"p := [x | x := data.other.set[_]]":                                  nil,
		"p := [x | some x in {y | y := [input.a, input.b][_]}]":              nil,
		"p := [x | some x in sort({input.a, input.b})]":                      nil,
		"p := [x | some x in {input.a}]":                                     nil,
		"p := [x | some x in {1, 2}; x in {input.a, input.b}]":               nil,
		"s contains {input.a, 1}\n\np := [x | some x in s]":                  nil,
		"p := [x | some x in {1, 2} with sort as f]\n\nf(x) := x": {Row: 4, Column: 33, Message: "sort cannot be replaced by `with` where sets or " +
			"objects are iterated in array comprehensions: call it in a function of your own and replace that one"},
		"p := [x | some x in {1, 2} with data[\"aims:ordered\"] as 1]": {Row: 4, Column: 33, Message: "data[\"aims:ordered\"] cannot be replaced " +
			"by `with` where sets or objects are iterated in array comprehensions: call it in a function of your own and replace that one"},
	} {
		_, found := ordered(t, sources{"a.rego": "package a\n\n\n" + text + "\n", "other.rego": otherRules})
		problems, got := sortProblems(found), problem{}
		if len(problems) > 0 {
			got = problems[0]
		}
		expected := problem{}
		if want != nil {
			expected = problem{Code: ast.CompileErr, File: "a.rego", Row: want.Row, Column: want.Column, Message: want.Message}
		}
		if got != expected || len(problems) > 1 {
			t.Errorf("%s\n gives %+v\n  not  %+v", text, problems, expected)
		}
	}
}

func TestChecksWhatTheCompilationRefuses(t *testing.T) {
	for text, want := range map[string]int{"p := [x | x := data[_].p]": 1, "p := [x | some x in {1, 2}]": 0} {
		request := map[string]any{"modules": sources{"a.rego": "package a\n\n" + text + "\n"}, "entrypoints": []string{"a/p"}}
		for _, op := range []string{"check", "compile"} {
			request["op"] = op
			if result, _ := ask[checkResult](t, request); result.Errors == nil || len(result.Errors) != want {
				t.Errorf("%s of %s: %v", op, text, result.Errors)
			}
		}
	}
}
