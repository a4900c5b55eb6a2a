package main

import (
	"context"
	"encoding/json"
	"maps"
	"slices"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/bundle"
	"github.com/open-policy-agent/opa/v1/compile"
	"github.com/open-policy-agent/opa/v1/util"
)

type compileRequest struct {
	Modules      sources         `json:"modules"`
	Capabilities json.RawMessage `json:"capabilities"`
	// Paths such as "aims/entry/system": a package's or a rule's.
	Entrypoints []string `json:"entrypoints"`
	// Modules of the host: compiled with the others, but not checked with them.
	Added sources `json:"added"`
	// What the modules are checked against, as in a check; without it, they are not checked.
	Check *knowledge `json:"check"`
}

// texts are all that is compiled together.
func (request compileRequest) texts() sources {
	texts := sources{}
	maps.Copy(texts, request.Modules)
	maps.Copy(texts, request.Added)
	return texts
}

// checked are those of the modules that a check looks at.
func (request compileRequest) checked(modules parsedModules) parsedModules {
	checked := parsedModules{}
	for path, module := range modules {
		if _, added := request.Added[path]; !added {
			checked[path] = module
		}
	}
	return checked
}

type compileResult struct {
	Errors []problem `json:"errors"`
	// What a check tells of modules that can be compiled all the same.
	Warnings []problem `json:"warnings,omitempty"`
}

// compileModules makes one WebAssembly module that answers the entrypoints; no bytes when there are errors. Modules that are to be
// checked, too, are compiled once for both. Of errors that a check would find it gives some, and not all in the same words.
func compileModules(request compileRequest) (compileResult, []byte, error) {
	allowed, err := capabilitiesOf(request.Capabilities)
	if err != nil {
		return compileResult{}, nil, err
	}
	host := hostBuiltinsOf(allowed)
	modules, problems := parse(request.texts(), allowed)
	// The build below knows neither strict mode nor the calls that authors wrote.
	compiler := newCompiler(allowed).WithStrict(true)
	var references *referenceCheck
	if request.Check != nil && request.Check.Documents != nil {
		references = newReferenceCheck(request.Check.Data, request.Check.Documents)
		references.among = request.checked
		compiler = references.after(compiler)
	}
	if len(problems) == 0 {
		problems = append(problems, hostProblems(modules, host)...)
		problems = append(problems, compileAll(compiler, modules)...)
	}
	var warnings []problem
	if request.Check != nil && len(problems) == 0 {
		warnings = request.Check.itemProblems(request.checked(modules))
		if references != nil {
			warnings = append(warnings, references.problems...)
		}
		warnings = sortProblems(warnings)
		if problems, err = request.Check.typeProblems(request.checked(compiler.Modules), allowed); err != nil {
			return compileResult{}, nil, err
		}
	}
	problems = append(problems, slices.DeleteFunc(slices.Clone(warnings), problem.isWarning)...)
	if len(problems) > 0 {
		return compileResult{Errors: sortProblems(problems)}, nil, nil
	}
	// From here on modules are as the compiler made them, with their bodies in the order of evaluation. The build compiles
	// them once more, as OPA does with what its optimizer makes.
	ordered, problems, err := keepOrder(compiler)
	if err != nil || len(problems) > 0 {
		return compileResult{Errors: sortProblems(problems)}, nil, err
	}
	if err := showTemplates(ordered); err != nil {
		return compileResult{}, nil, err
	}
	if err := handToHost(ordered, host); err != nil {
		return compileResult{}, nil, err
	}
	if ordered[inPlacePath], err = inPlaceModule(); err != nil {
		return compileResult{}, nil, err
	}
	called, err := runtimeCapabilities(allowed)
	if err != nil {
		return compileResult{}, nil, err
	}
	wasm, err := buildWasm(ordered, request.Entrypoints, called)
	if err != nil {
		return compileResult{Errors: buildProblems(err)}, nil, nil
	}
	return compileResult{Errors: []problem{}, Warnings: warnings}, wasm, nil
}

// buildProblems names the kind of an error that OPA gives as mere text: all of those are about the entrypoints.
func buildProblems(err error) []problem {
	problems := problemsOf(err, "")
	for i := range problems {
		if problems[i].Code == unclassified {
			problems[i].Code = "entrypoint_error"
		}
	}
	return problems
}

func buildWasm(modules parsedModules, entrypoints []string, allowed *ast.Capabilities) ([]byte, error) {
	built := compile.New().
		WithBundle(bundleOf(modules)).
		WithTarget(compile.TargetWasm).
		WithEntrypoints(entrypoints...).
		// Exactly the entrypoints asked for, without the rules that use them.
		WithPruneUnused(true).
		WithCapabilities(allowed).
		WithRegoVersion(ast.RegoV1)
	if err := built.Build(context.Background()); err != nil {
		return nil, err
	}
	return built.Bundle().WasmModules[0].Raw, nil
}

func bundleOf(modules parsedModules) *bundle.Bundle {
	made := &bundle.Bundle{Data: map[string]any{}}
	made.SetRegoVersion(ast.RegoV1)
	made.Manifest.Init()
	for _, path := range util.KeysSorted(modules) {
		made.Modules = append(made.Modules, bundle.ModuleFile{
			URL:    path,
			Path:   path,
			Parsed: modules[path],
			// The build ends with laying all sources out anew, which nobody reads here: this one takes no time.
			Raw: []byte("package unused\n"),
		})
	}
	return made
}
