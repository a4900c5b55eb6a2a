package main

import (
	"encoding/json"
	"fmt"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/util"
)

type checkRequest struct {
	Modules      sources         `json:"modules"`
	Capabilities json.RawMessage `json:"capabilities"`
	// JSON Schemas of the input by a name of the caller's choice.
	InputSchemas map[string]any `json:"inputSchemas"`
	// Which of these schemas a module's input has, by the module's path.
	InputSchemaOf map[string]string `json:"inputSchemaOf"`
	// Names of the sets of items that a module may declare, by the module's path.
	ItemSets map[string][]string `json:"itemSets"`
	// Names below data whose documents the host gives. Without them, it is not checked where references lead.
	Documents []string `json:"documents"`
	// The data that lies beside the modules.
	Data map[string]any `json:"data"`
}

type checkResult struct {
	Errors []problem `json:"errors"`
}

// checkModules says what is wrong with the modules: strict mode, types of the input where a schema is given, and iterations whose
// order cannot be kept.
func checkModules(request checkRequest) (checkResult, error) {
	allowed, err := capabilitiesOf(request.Capabilities)
	if err != nil {
		return checkResult{}, err
	}
	modules, problems := parse(request.Modules, allowed)
	schemas, err := attachInputSchemas(modules, request)
	if err != nil {
		return checkResult{}, err
	}
	problems = append(problems, hostProblems(modules, hostBuiltinsOf(allowed))...)
	for path, module := range modules {
		problems = append(problems, itemProblems(module, request.ItemSets[path])...)
	}
	compiler := newCompiler(allowed).WithStrict(true).WithSchemas(schemas)
	references := newReferenceCheck(request.Data, request.Documents)
	if request.Documents != nil {
		compiler = references.after(compiler)
	}
	// What other files declare is missing when one of them cannot be parsed: only the parser's errors are true then.
	if len(modules) == len(request.Modules) {
		problems = append(problems, compileAll(compiler, modules)...)
		problems = append(problems, references.problems...)
	}
	if len(problems) == 0 {
		// What only the compilation would refuse.
		if _, problems, err = keepOrder(compiler); err != nil {
			return checkResult{}, err
		}
	}
	return checkResult{Errors: sortProblems(problems)}, nil
}

// attachInputSchemas tells the type checker the schema of each module's input, as a `schemas` annotation of its package would.
func attachInputSchemas(modules parsedModules, request checkRequest) (*ast.SchemaSet, error) {
	schemas := ast.NewSchemaSet()
	for _, name := range util.KeysSorted(request.InputSchemas) {
		schemas.Put(schemaRef(name), request.InputSchemas[name])
	}
	annotated := map[string]bool{}
	for _, path := range util.KeysSorted(request.InputSchemaOf) {
		name := request.InputSchemaOf[path]
		if _, known := request.InputSchemas[name]; !known {
			return nil, fmt.Errorf("there is no input schema %q", name)
		}
		// A package has one annotation, however many modules it is made of.
		if module, parsed := modules[path]; parsed && !annotated[module.Package.Path.String()] {
			annotated[module.Package.Path.String()] = true
			annotatePackage(modules, module, &ast.SchemaAnnotation{Path: ast.InputRootRef, Schema: schemaRef(name)})
		}
	}
	return schemas, nil
}

func annotatePackage(modules parsedModules, module *ast.Module, schema *ast.SchemaAnnotation) {
	for _, other := range modules.inOrder() {
		if !other.Package.Path.Equal(module.Package.Path) {
			continue
		}
		for _, annotations := range other.Annotations {
			if annotations.Scope == "package" {
				// What the author says himself counts.
				if len(annotations.Schemas) == 0 {
					annotations.Schemas = []*ast.SchemaAnnotation{schema}
				}
				return
			}
		}
	}
	annotations := ast.Annotations{
		Scope:    "package",
		Schemas:  []*ast.SchemaAnnotation{schema},
		Location: module.Package.Location,
	}
	module.Annotations = append(module.Annotations, annotations.Copy(module.Package))
}

func schemaRef(name string) ast.Ref {
	return ast.SchemaRootRef.Append(ast.StringTerm(name))
}
