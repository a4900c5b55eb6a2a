package main

import (
	"slices"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/util"
)

// Errors beyond this number help nobody; the type checker can report one mistake in many places.
const errorLimit = 100

// sources are Rego texts by path.
type sources map[string]string

// parsedModules are what the parser made of the sources, by path.
type parsedModules map[string]*ast.Module

// parsedText is what the parser made of a text: a module, or what is wrong.
type parsedText struct {
	text     string
	allowed  *ast.Capabilities
	module   *ast.Module
	problems []problem
}

// lastParsed are the texts of the request before, by path: modules are mostly inspected, then checked and compiled.
var lastParsed = map[string]parsedText{}

// parse reads all sources; a bad one does not hide what is wrong with the others. The modules are not to be changed.
func parse(texts sources, allowed *ast.Capabilities) (parsedModules, []problem) {
	modules := parsedModules{}
	problems := []problem{}
	parsed := make(map[string]parsedText, len(texts))
	for _, path := range util.KeysSorted(texts) {
		one, known := lastParsed[path]
		if !known || one.text != texts[path] || one.allowed != allowed {
			one = parsedText{text: texts[path], allowed: allowed}
			one.module, one.problems = parseText(path, texts[path], allowed)
		}
		parsed[path] = one
		problems = append(problems, one.problems...)
		if one.module != nil {
			modules[path] = one.module
		}
	}
	lastParsed = parsed
	return modules, problems
}

// parseText gives a module, or what is wrong with the text.
func parseText(path, text string, allowed *ast.Capabilities) (*ast.Module, []problem) {
	if nested := nestingProblem(path, text); nested != nil {
		return nil, nested
	}
	module, err := parseOne(path, text, allowed)
	if err != nil {
		return nil, parseProblems(err, path, text)
	}
	return module, nil
}

// copies are the modules that a caller may change.
func (modules parsedModules) copies() parsedModules {
	copied := make(parsedModules, len(modules))
	for path, module := range modules {
		copied[path] = module.Copy()
	}
	return copied
}

func parseOne(path, text string, allowed *ast.Capabilities) (*ast.Module, error) {
	return ast.ParseModuleWithOpts(path, text, ast.ParserOptions{
		ProcessAnnotation: true,
		RegoVersion:       ast.RegoV1,
		Capabilities:      allowed,
	})
}

// inOrder gives the modules in the order of their paths.
func (modules parsedModules) inOrder() []*ast.Module {
	ordered := make([]*ast.Module, 0, len(modules))
	for _, path := range util.KeysSorted(modules) {
		ordered = append(ordered, modules[path])
	}
	return ordered
}

// newCompiler is the compiler that all operations start from.
func newCompiler(allowed *ast.Capabilities) *ast.Compiler {
	return ast.NewCompiler().
		WithCapabilities(allowed).
		WithDefaultRegoVersion(ast.RegoV1).
		WithUseTypeCheckAnnotations(true).
		WithStageAfterID(ast.StageResolveRefs, ast.CompilerStageDefinition{
			Name:       "OwnPlaces",
			MetricName: "own_places",
			Stage:      ownPlaces,
		}).
		SetErrorLimit(errorLimit)
}

// compileAll runs the compiler over the modules and gives what is wrong with them.
func compileAll(compiler *ast.Compiler, modules parsedModules) []problem {
	compiler.Compile(modules)
	if !compiler.Failed() {
		return []problem{}
	}
	return problemsOf(compiler.Errors, "")
}

func sortProblems(problems []problem) []problem {
	slices.SortStableFunc(problems, problem.compare)
	return slices.CompactFunc(problems, func(a, b problem) bool { return a.compare(b) == 0 })
}
