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

func rewritten(t *testing.T, texts sources) parsedModules {
	t.Helper()
	allowed, err := loadShippedCapabilities()
	if err != nil {
		t.Fatal(err)
	}
	modules, problems := parse(texts, allowed)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	if err := handToHost(modules, hostBuiltinsOf(allowed)); err != nil {
		t.Fatal(err)
	}
	return modules
}

func TestHandsCallsToTheHost(t *testing.T) {
	for text, want := range map[string]string{
		"p := sprintf(\"%s\", [input.x])": `assign(p, aims:sprintf(["%s"], internal.template_string([{[[input.x]]}])))`,
		"time.date(input.x, p)":           `aims:time.date(internal.template_string([{[input.x]}]), p)`,
		"p := {hex.encode(input.x)}":      `assign(p, {aims:hex.encode([input.x])})`,
		"p := lower(input.x)":             `assign(p, lower(input.x))`,
		"p := time.date":                  `assign(p, time.date)`,
		"some p in time.date(1)":          `some p in aims:time.date(internal.template_string([{[1]}]))`,
		"p := semver.compare(hex.encode(input.x), time.weekday(time.add_date(1, 2, 3, 4)))": `assign(p, aims:semver.compare(` +
			`[aims:hex.encode([input.x])], [aims:time.weekday(internal.template_string([{[aims:time.add_date(` +
			`internal.template_string([{[1]}]), internal.template_string([{[2]}]), internal.template_string([{[3]}]), ` +
			`internal.template_string([{[4]}]))]}]))]))`,
	} {
		module := rewritten(t, sources{"a.rego": "package a\n\nq if {\n\t" + text + "\n}\n"})["a.rego"]
		expression := module.Rules[0].Body[0]
		got := expression.String()
		if expression.IsAssignment() {
			got = ast.CallTerm(expression.Terms.([]*ast.Term)...).String()
		}
		if got != want {
			t.Errorf("%s\n gives %s\n  not  %s", text, got, want)
		}
		ast.WalkTerms(expression, func(term *ast.Term) bool {
			if term.Location == nil {
				t.Errorf("%s has no place in %s", term, text)
			}
			return false
		})
	}
}

func TestHandsNothingElseToTheHost(t *testing.T) {
	modules := rewritten(t, sources{
		"own.rego":      "package c\n\nsprintf(x, y) := [x, y]\n\np := sprintf(1, 2)\n",
		"same.rego":     "package c\n\nq := sprintf(1, 2)\n",
		"dotted.rego":   "package e\n\ntime.date(x) := x\n\np := time.date(1)\n",
		"imported.rego": "package d\n\nimport data.c.sprintf\nimport data.e.time\n\np := time.date(sprintf(1, 2))\n",
	})
	for path, module := range modules {
		if strings.Contains(module.String(), hostPrefix) {
			t.Errorf("%s: %s", path, module)
		}
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
