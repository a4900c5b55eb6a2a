package main

import (
	"encoding/json"
	"fmt"
	"slices"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/util"
)

type checkRequest struct {
	Modules      sources         `json:"modules"`
	Capabilities json.RawMessage `json:"capabilities"`
	knowledge
}

// knowledge is what modules are checked against.
type knowledge struct {
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
	parsed, problems := parse(request.Modules, allowed)
	modules := parsed.copies()
	schemas, err := attachInputSchemas(modules, request.knowledge)
	if err != nil {
		return checkResult{}, err
	}
	problems = append(problems, hostProblems(modules, hostBuiltinsOf(allowed))...)
	problems = append(problems, request.itemProblems(modules)...)
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

func (known knowledge) itemProblems(modules parsedModules) []problem {
	problems := []problem{}
	for path, module := range modules {
		problems = append(problems, itemProblems(module, known.ItemSets[path])...)
	}
	return problems
}

// typeStages are what checking the types of modules that were compiled before takes.
var typeStages = []ast.StageID{
	ast.StageInitLocalVarGen, ast.StageSetModuleTree, ast.StageSetRuleTree, ast.StageSetAnnotationSet, ast.StageSetGraph,
	ast.StageCheckTypes,
}

// typeProblems says where modules that were compiled without the schemas of their inputs do not keep to them. The places are
// right; what variables are called may not be.
func (known knowledge) typeProblems(compiled parsedModules, allowed *ast.Capabilities) ([]problem, error) {
	modules := compiled.copies()
	schemas, err := attachInputSchemas(modules, known)
	if err != nil {
		return nil, err
	}
	compiler := ast.NewCompiler().
		WithCapabilities(allowed).
		WithDefaultRegoVersion(ast.RegoV1).
		WithUseTypeCheckAnnotations(true).
		WithSchemas(schemas).
		WithSkipStages(slices.DeleteFunc(ast.AllStages(), func(stage ast.StageID) bool {
			return slices.Contains(typeStages, stage)
		})...).
		SetErrorLimit(errorLimit)
	return compileAll(compiler, modules), nil
}

// attachInputSchemas tells the type checker the schema of each module's input, as a `schemas` annotation of its package would.
func attachInputSchemas(modules parsedModules, known knowledge) (*ast.SchemaSet, error) {
	schemas := ast.NewSchemaSet()
	for _, name := range util.KeysSorted(known.InputSchemas) {
		schemas.Put(schemaRef(name), known.InputSchemas[name])
	}
	annotated := map[string]bool{}
	for _, path := range util.KeysSorted(known.InputSchemaOf) {
		name := known.InputSchemaOf[path]
		if _, given := known.InputSchemas[name]; !given {
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
