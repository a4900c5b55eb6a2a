package main

import (
	"encoding/json"

	"github.com/open-policy-agent/opa/v1/ast"
)

type inspectRequest struct {
	Modules      sources         `json:"modules"`
	Capabilities json.RawMessage `json:"capabilities"`
}

type inspectResult struct {
	// In the order of their paths; modules that cannot be parsed are left out.
	Modules []inspectedModule `json:"modules"`
	Errors  []problem         `json:"errors"`
}

type inspectedModule struct {
	Path string `json:"path"`
	// Without the leading "data".
	Package string `json:"package"`
	// Row of the package's declaration.
	Row int `json:"row"`
	// The METADATA block of the package, if it has one.
	Metadata    *annotation    `json:"metadata,omitempty"`
	Annotations []annotation   `json:"annotations"`
	Rules       []declaredRule `json:"rules"`
	Imports     []importedPath `json:"imports"`
	Parameters  dataKeys       `json:"parameters"`
	Reference   dataKeys       `json:"reference"`
	// Paths below data that the module imports or reads, each as far as it is constant, without the leading "data". Sorted.
	Reads []string `json:"reads"`
}

type annotation struct {
	Scope string `json:"scope"`
	Row   int    `json:"row"`
	// Path of what is described, such as "data.aims.rules.log_retention.violation".
	Target      string         `json:"target"`
	Title       string         `json:"title,omitempty"`
	Description string         `json:"description,omitempty"`
	Entrypoint  bool           `json:"entrypoint,omitempty"`
	Custom      map[string]any `json:"custom,omitempty"`
}

// declaredRule is a name that the module declares, where it does so first.
type declaredRule struct {
	Name   string `json:"name"`
	Kind   string `json:"kind"`
	Row    int    `json:"row"`
	Column int    `json:"column"`
}

type importedPath struct {
	Path string `json:"path"`
	Name string `json:"name"`
	Row  int    `json:"row"`
}

// inspectModules describes each module by itself: nothing is compiled, so that one module's error hides no other module.
func inspectModules(request inspectRequest) (inspectResult, error) {
	allowed, err := capabilitiesOf(request.Capabilities)
	if err != nil {
		return inspectResult{}, err
	}
	modules, problems := parse(request.Modules, allowed)
	result := inspectResult{Modules: []inspectedModule{}, Errors: problems}
	for _, module := range modules.inOrder() {
		result.Modules = append(result.Modules, inspectOne(module))
	}
	return result, nil
}

func inspectOne(module *ast.Module) inspectedModule {
	inspected := inspectedModule{
		Path:        module.Package.Location.File,
		Package:     withoutData(module.Package.Path),
		Row:         module.Package.Location.Row,
		Annotations: []annotation{},
		Rules:       declaredRules(module),
		Imports:     []importedPath{},
		Parameters:  keysRead(module, "params"),
		Reference:   keysRead(module, "reference"),
		Reads:       pathsRead(module),
	}
	for _, annotations := range module.Annotations {
		described := annotation{
			Scope:       annotations.Scope,
			Row:         annotations.Location.Row,
			Target:      annotations.GetTargetPath().String(),
			Title:       annotations.Title,
			Description: annotations.Description,
			Entrypoint:  annotations.Entrypoint,
			Custom:      annotations.Custom,
		}
		inspected.Annotations = append(inspected.Annotations, described)
		if annotations.Scope == "package" {
			inspected.Metadata = &described
		}
	}
	for _, imported := range module.Imports {
		inspected.Imports = append(inspected.Imports, importedPath{
			Path: imported.Path.String(),
			Name: string(imported.Name()),
			Row:  imported.Location.Row,
		})
	}
	return inspected
}

func declaredRules(module *ast.Module) []declaredRule {
	rules := []declaredRule{}
	seen := map[string]bool{}
	for _, rule := range module.Rules {
		name := rule.Head.Ref().GroundPrefix().String()
		if seen[name] {
			continue
		}
		seen[name] = true
		rules = append(rules, declaredRule{Name: name, Kind: kindOf(rule), Row: rule.Location.Row, Column: rule.Location.Col})
	}
	return rules
}

func kindOf(rule *ast.Rule) string {
	switch {
	case len(rule.Head.Args) > 0:
		return "function"
	case rule.Head.DocKind() == ast.PartialSetDoc:
		return "set"
	case rule.Head.DocKind() == ast.PartialObjectDoc:
		return "object"
	}
	return "value"
}

func withoutData(path ast.Ref) string {
	text := path.String()
	return text[len("data."):]
}
