package main

import (
	_ "embed"
	"fmt"
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

// showTemplates has the parts of template strings shown as OPA shows them: WebAssembly has an order of its own for sets and
// objects. In compiled modules a part is a constant text, or a set of at most one value, by whatever name.
func showTemplates(modules parsedModules) error {
	for _, module := range modules {
		shower := templateShower{made: new(int)}
		for _, rule := range module.Rules {
			if _, err := ast.Transform(shower, rule); err != nil {
				return err
			}
		}
	}
	return nil
}

type templateShower struct {
	// Variables made so far.
	made *int
}

func (shower templateShower) Transform(node any) (any, error) {
	switch node := node.(type) {
	case *ast.Expr:
		if terms, isCall := node.Terms.([]*ast.Term); isCall {
			shower.call(terms)
		}
	case ast.Call:
		shower.call(node)
	}
	return node, nil
}

func (shower templateShower) call(terms []*ast.Term) {
	if !ast.ValueEqual(terms[0].Value, ast.InternalTemplateString.Ref()) {
		return
	}
	parts := []*ast.Term{}
	terms[1].Value.(*ast.Array).Foreach(func(part *ast.Term) { parts = append(parts, shower.shown(part)) })
	terms[1] = ast.ArrayTerm(parts...).SetLocation(terms[1].Location)
}

func (shower templateShower) shown(part *ast.Term) *ast.Term {
	value, body := part, ast.Body{}
	switch set := part.Value.(type) {
	case ast.Var:
		value = shower.variable(part.Location)
		body.Append(ast.NewExpr(ast.RefTerm(part, value).SetLocation(part.Location)).SetLocation(part.Location))
	case ast.Set:
		value = set.Slice()[0]
	case *ast.SetComprehension:
		value, body = set.Term, set.Body
	default:
		return part
	}
	text := shower.variable(value.Location)
	body.Append(ast.NewExpr([]*ast.Term{refInPlace(textInPlace, value.Location), value, text}).SetLocation(value.Location))
	return ast.SetComprehensionTerm(text, body).SetLocation(value.Location)
}

// variable makes one that no author can write.
func (shower templateShower) variable(at *ast.Location) *ast.Term {
	*shower.made++
	return ast.VarTerm(fmt.Sprintf("%sshown%d", hostPrefix, *shower.made)).SetLocation(at)
}
