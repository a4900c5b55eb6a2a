package main

import (
	_ "embed"
	"slices"
	"strings"
	"sync"

	"github.com/open-policy-agent/opa/v1/ast"
)

// Functions in place of builtins that WebAssembly computes otherwise than OPA, at least for some arguments.
//
//go:embed in_place.rego
var inPlaceSource string

const (
	// No file of an author's has a path with a colon in front.
	inPlacePath = ":in_place.rego"
	// Before the names of functions in the file.
	inPlacePrefix = "in_place_"
	// Before the host's builtins in the file.
	hostInFile = "host."
	// What the functions' package is at run time. No author can name it, so nothing of an author's hides or replaces it.
	inPlacePackage = "aims:in_place"
	// The function for the parts of template strings; it stands for no builtin.
	textInPlace = "text"
)

// parseInPlace gives the functions as they are written.
func parseInPlace() (*ast.Module, error) {
	return ast.ParseModuleWithOpts(inPlacePath, inPlaceSource, ast.ParserOptions{RegoVersion: ast.RegoV1})
}

// inPlaceModule gives the functions as they are compiled. Each time anew, because compiling changes it.
func inPlaceModule() (*ast.Module, error) {
	module, err := parseInPlace()
	if err != nil {
		return nil, err
	}
	host := hostBuiltins{}
	for name, builtin := range everyHostBuiltin() {
		host[hostInFile+name] = builtin
	}
	rewriter := callRewriter{host: host, shadowed: map[string]bool{}, nativesOnly: true}
	for _, rule := range module.Rules {
		if _, err := ast.Transform(rewriter, rule); err != nil {
			return nil, err
		}
	}
	module.Package.Path = ast.Ref{ast.DefaultRootDocument, ast.StringTerm(inPlacePackage)}
	return module, nil
}

// functionsInPlace are the builtins that have such a function.
var functionsInPlace = sync.OnceValue(func() map[string]bool {
	names := map[string]bool{}
	module, err := parseInPlace()
	if err != nil {
		panic(err)
	}
	for _, rule := range module.Rules {
		if name, found := strings.CutPrefix(string(rule.Head.Name), inPlacePrefix); found {
			names[name] = true
		}
	}
	return names
})

// neededInPlace are the builtins of the module that the functions call.
func neededInPlace() []*ast.Builtin {
	needed := []*ast.Builtin{ast.InternalTemplateString}
	module, err := parseInPlace()
	if err != nil {
		panic(err)
	}
	ast.WalkTerms(module, func(term *ast.Term) bool {
		builtin, isBuiltin := ast.BuiltinMap[term.Value.String()]
		if _, isRef := term.Value.(ast.Ref); isRef && isBuiltin && !slices.Contains(needed, builtin) {
			needed = append(needed, builtin)
		}
		return false
	})
	return needed
}

// functionInPlaceOf refers to the function that stands for a builtin, where there is one.
func (rewriter callRewriter) functionInPlaceOf(term *ast.Term) *ast.Term {
	name := term.Value.String()
	ref, isRef := term.Value.(ast.Ref)
	if rewriter.nativesOnly || !isRef || rewriter.shadowed[ref[0].Value.String()] {
		return nil
	}
	if _, isBuiltin := ast.BuiltinMap[name]; !isBuiltin {
		return nil
	}
	function := strings.ReplaceAll(name, ".", "_")
	if !functionsInPlace()[function] {
		return nil
	}
	return refInPlace(function, term.Location)
}

func refInPlace(function string, location *ast.Location) *ast.Term {
	ref := ast.Ref{ast.VarTerm(ast.DefaultRootDocument.Value.String()).SetLocation(location)}
	for _, part := range []string{inPlacePackage, inPlacePrefix + function} {
		ref = append(ref, ast.StringTerm(part).SetLocation(location))
	}
	return ast.NewTerm(ref).SetLocation(location)
}

// templateString has the parts shown as OPA shows them: WebAssembly has an order of its own for sets and objects.
func (rewriter callRewriter) templateString(template *ast.TemplateString) *ast.TemplateString {
	if rewriter.nativesOnly {
		return template
	}
	shown := &ast.TemplateString{MultiLine: template.MultiLine}
	for _, part := range template.Parts {
		if expr, isExpr := part.(*ast.Expr); isExpr {
			part = textOf(expr)
		}
		shown.Parts = append(shown.Parts, part)
	}
	return shown
}

func textOf(expr *ast.Expr) *ast.Expr {
	var value *ast.Term
	switch terms := expr.Terms.(type) {
	case *ast.Term:
		value = terms
	case []*ast.Term:
		value = ast.CallTerm(terms...).SetLocation(expr.Location)
	default:
		return expr
	}
	made := expr.Copy()
	made.Terms = []*ast.Term{refInPlace(textInPlace, expr.Location), value}
	return made
}
