//go:build ignore

// Writes to standard output what of OPA's capabilities rules may use: `go run capabilities_gen.go`.
package main

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
)

// What a compiled policy computes by itself. Left out are the deprecated ones.
const inModule = `
	array.concat array.flatten array.reverse array.slice assign base64.encode base64url.encode concat contains count
	endswith eq equal glob.match graph.reachable gt gte indexof internal.member_2 internal.member_3
	internal.template_string intersection is_array is_boolean is_null is_number is_object is_set is_string json.filter
	json.remove lower lt lte max min and or neq object.filter object.get object.keys object.remove object.union
	object.union_n replace sort split startswith strings.replace_n strings.reverse substring trim trim_left trim_prefix
	trim_right trim_space trim_suffix type_name union upper walk
`

// What disappears when a policy is compiled.
const atCompileTime = `internal.print internal.test_case print rego.metadata.chain rego.metadata.rule`

// What the host supplies (src/policy/builtins/). Not graph.reachable_paths: its result is a set, which no host can give back.
//
//go:embed host_builtins.txt
var fromHost string

func main() {
	offered := ast.CapabilitiesForThisVersion(ast.CapabilitiesRegoVersion(ast.RegoV1))
	wanted := strings.Fields(inModule + atCompileTime + " " + fromHost)
	var allowed []*ast.Builtin
	for _, builtin := range offered.Builtins {
		if at := slices.Index(wanted, builtin.Name); at >= 0 {
			allowed = append(allowed, builtin)
			wanted = slices.Delete(wanted, at, at+1)
		}
	}
	if len(wanted) > 0 {
		fmt.Fprintln(os.Stderr, "OPA has no such builtins:", wanted)
		os.Exit(1)
	}
	text, err := json.Marshal(map[string]any{
		"builtins":          allowed,
		"future_keywords":   offered.FutureKeywords,
		"wasm_abi_versions": offered.WasmABIVersions,
		"features":          offered.Features,
		// No host: schemas are never fetched.
		"allow_net": []string{},
	})
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	os.Stdout.Write(append(text, '\n'))
}
