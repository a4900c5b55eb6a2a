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

// parse reads all sources; a bad one does not hide what is wrong with the others.
func parse(texts sources, allowed *ast.Capabilities) (parsedModules, []problem) {
	modules := parsedModules{}
	problems := []problem{}
	for _, path := range util.KeysSorted(texts) {
		if nested := nestingProblem(path, texts[path]); nested != nil {
			problems = append(problems, nested...)
			continue
		}
		module, err := parseOne(path, texts[path], allowed)
		if err != nil {
			problems = append(problems, parseProblems(err, path, texts[path])...)
			continue
		}
		modules[path] = module
	}
	return modules, problems
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
