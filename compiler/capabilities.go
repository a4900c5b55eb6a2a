package main

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"fmt"
	"strings"
	"sync"

	"github.com/open-policy-agent/opa/v1/ast"
)

//go:embed capabilities.json
var shippedCapabilities []byte

var loadShippedCapabilities = sync.OnceValues(func() (*ast.Capabilities, error) {
	return ast.LoadCapabilitiesJSON(bytes.NewReader(shippedCapabilities))
})

// capabilitiesOf reads what the request allows; without it, what aims ships applies.
func capabilitiesOf(text json.RawMessage) (*ast.Capabilities, error) {
	if len(text) == 0 {
		return loadShippedCapabilities()
	}
	allowed, err := ast.LoadCapabilitiesJSON(bytes.NewReader(text))
	if err != nil {
		return nil, fmt.Errorf("the capabilities cannot be read: %w", err)
	}
	// Never fetch a schema over the network, whatever the capabilities say.
	allowed.AllowNet = []string{}
	return allowed, nil
}

// whyNot says in plain words why a builtin of OPA is not allowed, by the first part of its name.
var whyNot = map[string]string{
	"http":      "rules have no network",
	"net":       "rules have no network",
	"providers": "rules have no network",
	"rand":      "rules have no randomness: the same input gives the same verdict",
	"opa":       "rules do not see the machine they run on",
	"yaml":      "descriptors are read before rules see them",
}

// undefinedFunction says that a function does not exist, or exists in OPA but is not allowed here.
func undefinedFunction(name string) string {
	declared, isBuiltin := ast.BuiltinMap[name]
	switch {
	case name == "time.now_ns":
		return "time.now_ns is not available to rules, which have no clock: take the date from input.asOf"
	case isBuiltin && declared.IsDeprecated():
		return fmt.Sprintf("%s is a deprecated builtin of OPA and not available to rules", name)
	case isBuiltin:
		reason, known := whyNot[beforeDot(name)]
		if !known {
			reason = "it is not in the capabilities that aims allows"
		}
		return fmt.Sprintf("%s is a builtin of OPA that is not available to rules: %s", name, reason)
	}
	text := fmt.Sprintf("there is no function %s", name)
	allowed, err := loadShippedCapabilities()
	if err != nil {
		return text
	}
	names := make([]string, 0, len(allowed.Builtins))
	for _, builtin := range allowed.Builtins {
		names = append(names, builtin.Name)
	}
	if nearest, found := nearestWord(name, names); found {
		text += fmt.Sprintf("; did you mean %s?", nearest)
	}
	return text
}

func beforeDot(name string) string {
	first, _, _ := strings.Cut(name, ".")
	return first
}
