package main

import (
	"encoding/json"
	"os/exec"
	"reflect"
	"strings"
	"testing"

	"github.com/open-policy-agent/opa/v1/ast"
)

// ask sends a request as the host does and reads the result into want's type.
func ask[Result any](t *testing.T, request map[string]any) (Result, []byte) {
	t.Helper()
	text, err := json.Marshal(request)
	if err != nil {
		t.Fatal(err)
	}
	answer := handle(text)
	var read struct {
		Result Result `json:"result"`
		Fault  string `json:"fault"`
	}
	if err := json.Unmarshal(answer.json, &read); err != nil {
		t.Fatalf("%v: %s", err, answer.json)
	}
	if read.Fault != "" {
		t.Fatal(read.Fault)
	}
	return read.Result, answer.wasm
}

func TestFaultsAreAnswersToo(t *testing.T) {
	for request, want := range map[string]string{
		`{`:                               "the request is not JSON",
		`{"op":"sing"}`:                   `there is no operation "sing"`,
		`{"op":"check","modules":[]}`:     "the request cannot be read",
		`{"op":"check","capabilities":1}`: "the capabilities cannot be read",
	} {
		var read envelope
		if err := json.Unmarshal(handle([]byte(request)).json, &read); err != nil {
			t.Fatal(err)
		}
		if read.Result != nil || !strings.HasPrefix(read.Fault, want) {
			t.Errorf("%s gives %+v", request, read)
		}
	}
}

func TestRenamesOnlyOPAsSprintf(t *testing.T) {
	modules, problems := parse(sources{
		"called.rego":   "package a\n\np := sprintf(\"%s\", [lower(sprintf(\"%s\", [1]))])\n",
		"mocked.rego":   "package b\n\nmock(_, _) := 1\n\np if {\n\tsprintf(\"\", []) == 1 with sprintf as mock\n}\n",
		"own.rego":      "package c\n\nsprintf(x, y) := [x, y]\n\np := sprintf(1, 2)\n",
		"imported.rego": "package d\n\nimport data.c.sprintf\n\np := sprintf(1, 2)\n",
	}, ast.CapabilitiesForThisVersion())
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	renameBuiltins(modules)
	counts := map[string]int{}
	for path, module := range modules {
		counts[path] = strings.Count(module.String(), "aims.sprintf")
	}
	want := map[string]int{"called.rego": 2, "mocked.rego": 2, "own.rego": 0, "imported.rego": 0}
	if !reflect.DeepEqual(counts, want) {
		t.Errorf("renamed %v", counts)
	}
}

func TestKeysRead(t *testing.T) {
	module := ast.MustParseModule(`package a

import data.params
import data.params.limits as bounds
import data.aims.lib

plain := data.params["max-age"]

imported := params.limit

deeper := bounds.low

got := object.get(data.params, "with-default", params.fallback)

nested := object.get(params, ["list", 0], 1)

tested if plain == 1 with data.params as {"max-age": lib.params.other}

reference := data.reference.dates["eu"]
`)
	got := keysRead(module, "params")
	want := dataKeys{Keys: []keyRead{{"fallback", 13}, {"limit", 9}, {"limits", 11}, {"list", 15}, {"max-age", 7}, {"with-default", 13}}}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("read %+v", got)
	}
	if got := keysRead(module, "reference"); !reflect.DeepEqual(got, dataKeys{Keys: []keyRead{{"dates", 19}}}) {
		t.Errorf("read %+v", got)
	}
}

func TestKeysReadAreDynamicForTheWholeDocument(t *testing.T) {
	for text, want := range map[string]bool{
		"p := data.params":                    true,
		"p contains k if some k, _ in params": true,
		"p := params[input.name]":             true,
		"p := object.get(params, input.x, 1)": true,
		"p := params.a.b":                     false,
		"p := params.a[input.x]":              false,
	} {
		module := ast.MustParseModule("package a\n\nimport data.params\n\n" + text + "\n")
		if got := keysRead(module, "params").Dynamic; got != want {
			t.Errorf("%s: %v", text, got)
		}
	}
}

func TestNestingProblem(t *testing.T) {
	deep := strings.Repeat("[", nestingLimit+1)
	for text, want := range map[string][2]int{
		"é := " + deep: {1, 6 + nestingLimit},
		"# " + deep + "\n\"" + deep + "\" " + deep: {2, nestingLimit + 5 + nestingLimit},
		"`" + deep + "\n\n`" + deep:                {3, 2 + nestingLimit},
		"\"\\\"" + deep + "\"":                     {},
		strings.Repeat("[]", 1000):                 {},
		"\"never closed " + deep + "\n" + deep[1:]: {},
		"`never closed " + deep:                    {},
		"# comment at the end " + deep:             {},
	} {
		got := [2]int{}
		if problems := nestingProblem("a.rego", text); problems != nil {
			got = [2]int{problems[0].Row, problems[0].Column}
		}
		if got != want {
			t.Errorf("%.20q: %v instead of %v", text, got, want)
		}
	}
}

// What the shipped capabilities allow is exactly what the generator makes of OPA's own.
func TestCapabilitiesAreUpToDate(t *testing.T) {
	text, err := exec.Command("go", "run", "capabilities_gen.go").Output()
	if err != nil {
		t.Fatal(err)
	}
	var generated, shipped any
	if err := json.Unmarshal(text, &generated); err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(shippedCapabilities, &shipped); err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(generated, shipped) {
		t.Error("capabilities.json is stale")
	}
}

func TestNothingAllowedDependsOnTheWorld(t *testing.T) {
	allowed, err := loadShippedCapabilities()
	if err != nil {
		t.Fatal(err)
	}
	for _, builtin := range allowed.Builtins {
		if known := ast.BuiltinMap[builtin.Name]; known == nil || known.IsNondeterministic() || known.IsDeprecated() {
			t.Errorf("%s is allowed", builtin.Name)
		}
	}
	if allowed.AllowNet == nil || len(allowed.AllowNet) > 0 {
		t.Error("schemas may be fetched")
	}
}

func TestCompilesToTheSameBytes(t *testing.T) {
	request := map[string]any{
		"op": "compile",
		"modules": sources{
			"b.rego": "package b\n\nq contains x if some x in input.list\n\nq contains sprintf(\"%d\", [1])\n",
			"a.rego": "package a\n\nimport data.b\n\np[k] := v if {\n\tsome k, v in input\n\tk in b.q\n}\n",
		},
		"entrypoints": []string{"a/p", "b/q"},
	}
	result, first := ask[compileResult](t, request)
	if len(result.Errors) > 0 || len(first) == 0 {
		t.Fatal(result)
	}
	for range 5 {
		if _, again := ask[compileResult](t, request); string(again) != string(first) {
			t.Fatal("the bytes differ")
		}
	}
}
