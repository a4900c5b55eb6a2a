package main

import (
	"slices"

	"github.com/open-policy-agent/opa/v1/ast"
)

// varying knows which values OPA iterates in an order that is not that of their elements. A set that is written with variables,
// such as {input.x, input.y}, it sorts as it is written, by the names that it generates for them, which depend on all the
// other modules; so it does with the keys of an object. That lasts as long as the value is handed on as it is: by variables,
// by arguments, and by rules and functions, when they are evaluated for the first time.
type varying struct {
	// Where it is written, by the rule or function.
	results map[string]*ast.Location
	// The same, by the function and the place of the argument.
	arguments map[string]map[int]*ast.Location
	// Whether the last survey found more than the one before.
	grown bool
}

func newVarying() *varying {
	return &varying{results: map[string]*ast.Location{}, arguments: map[string]map[int]*ast.Location{}}
}

// enter marks the arguments of a function.
func (found *varying) enter(rule *ast.Rule, known *scope) {
	for i, argument := range rule.Head.Args {
		known.vary(argument, found.arguments[rule.Ref().String()][i])
	}
}

// leave notes what a rule or function hands on. A partial set or object is made anew of its elements.
func (found *varying) leave(rule *ast.Rule, known *scope) {
	name := rule.Ref().String()
	if rule.Head.DocKind() != ast.CompleteDoc || found.results[name] != nil {
		return
	}
	if written := found.written(rule.Head.Value, known); written != nil {
		found.results[name], found.grown = written, true
	}
}

// learn follows values through an expression.
func (found *varying) learn(expr *ast.Expr, known *scope) {
	terms, isCall := expr.Terms.([]*ast.Term)
	if !isCall {
		return
	}
	if expr.IsEquality() {
		left, right := found.written(terms[1], known), found.written(terms[2], known)
		known.vary(terms[1], right)
		known.vary(terms[2], left)
		return
	}
	name := terms[0].String()
	known.vary(terms[len(terms)-1], found.results[name])
	if !terms[0].Value.(ast.Ref)[0].Equal(ast.DefaultRootDocument) {
		// Builtins get values.
		return
	}
	for i, argument := range terms[1:] {
		written := found.written(argument, known)
		if written == nil || found.arguments[name][i] != nil {
			continue
		}
		if found.arguments[name] == nil {
			found.arguments[name] = map[int]*ast.Location{}
		}
		found.arguments[name][i], found.grown = written, true
	}
}

// written tells where such a value is written that a term is, or has in it; nil when there is none.
func (found *varying) written(term *ast.Term, known *scope) *ast.Location {
	switch value := term.Value.(type) {
	case ast.Var:
		return known.varying[value]
	case ast.Set:
		if value.Len() > 1 && !constant(value.Slice()) {
			return placeOf(term)
		}
		return found.first(value.Slice(), known)
	case ast.Object:
		if value.Len() > 1 && !constant(value.Keys()) {
			return placeOf(term)
		}
		values := []*ast.Term{}
		value.Foreach(func(_, each *ast.Term) { values = append(values, each) })
		return found.first(values, known)
	case *ast.Array:
		elements := []*ast.Term{}
		value.Foreach(func(element *ast.Term) { elements = append(elements, element) })
		return found.first(elements, known)
	case ast.Ref:
		for i := range value {
			if written := found.results[value[:i+1].String()]; written != nil {
				return written
			}
		}
		return found.written(value[0], known)
	}
	return nil
}

func (found *varying) first(terms []*ast.Term, known *scope) *ast.Location {
	for _, term := range terms {
		if written := found.written(term, known); written != nil {
			return written
		}
	}
	return nil
}

func constant(terms []*ast.Term) bool {
	return !slices.ContainsFunc(terms, func(term *ast.Term) bool { return !ast.IsConstant(term.Value) })
}

func placeOf(term *ast.Term) *ast.Location {
	if term.Location == nil {
		return &ast.Location{}
	}
	return term.Location
}
