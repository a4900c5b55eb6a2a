package main

import (
	"slices"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/util"
)

// Builtins that the host of a compiled policy would supply with semantics of its own, and the names under which they are
// asked for instead, so that they reach the implementation that aims brings.
var renamedBuiltins = map[string]string{
	"sprintf": "aims.sprintf",
}

// renamedCapabilities declares the renamed builtins besides the others.
func renamedCapabilities(allowed *ast.Capabilities) *ast.Capabilities {
	extended := *allowed
	extended.Builtins = slices.Clone(allowed.Builtins)
	for _, builtin := range allowed.Builtins {
		if renamed, found := renamedBuiltins[builtin.Name]; found {
			declared := *builtin
			declared.Name = renamed
			extended.Builtins = append(extended.Builtins, &declared)
		}
	}
	return &extended
}

// renameBuiltins rewrites calls of the builtins that have another name at run time. A function of the author's own with
// the name of such a builtin is left alone.
func renameBuiltins(modules parsedModules) {
	own := ownNames(modules)
	for _, module := range modules {
		imported := importedNames(module)
		shadowed := own[module.Package.Path.String()]
		rename := func(term *ast.Term, name ast.Value) {
			renamed, found := renamedBuiltins[name.String()]
			if found && !shadowed[name.String()] && !imported[name.String()] {
				term.Value = ast.MustParseRef(renamed)
			}
		}
		// A call names a function by a reference, of one part where the name has no dot ...
		ast.WalkTerms(module, func(term *ast.Term) bool {
			if ref, isRef := term.Value.(ast.Ref); isRef && len(ref) == 1 {
				rename(term, ref[0].Value)
			}
			return false
		})
		// ... and `with` does so by a variable.
		ast.WalkWiths(module, func(with *ast.With) bool {
			for _, term := range []*ast.Term{with.Target, with.Value} {
				if name, isVar := term.Value.(ast.Var); isVar {
					rename(term, name)
				}
			}
			return false
		})
	}
}

// reservedNames reports calls of the names that builtins have at run time only.
func reservedNames(modules parsedModules) []problem {
	problems := []problem{}
	for _, module := range modules.inOrder() {
		ast.WalkTerms(module, func(term *ast.Term) bool {
			ref, isRef := term.Value.(ast.Ref)
			if !isRef {
				return false
			}
			for name, renamed := range renamedBuiltins {
				if ref.String() == renamed {
					message := renamed + " is the name of " + name + " in compiled policies: write " + name
					problems = append(problems, problemAt(ast.TypeErr, term.Location, message))
				}
			}
			return false
		})
	}
	return problems
}

func ownNames(modules parsedModules) map[string]map[string]bool {
	own := map[string]map[string]bool{}
	for _, path := range util.KeysSorted(modules) {
		module := modules[path]
		name := module.Package.Path.String()
		if own[name] == nil {
			own[name] = map[string]bool{}
		}
		for _, rule := range module.Rules {
			own[name][rule.Head.Ref()[0].Value.String()] = true
		}
	}
	return own
}

func importedNames(module *ast.Module) map[string]bool {
	names := map[string]bool{}
	for _, imported := range module.Imports {
		names[string(imported.Name())] = true
	}
	return names
}
