package main

import (
	"maps"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/types"
)

// scope is what is known at a place in a body: which variables have a value, of which type, and which of them OPA iterates in
// an order of its own.
type scope struct {
	bound   ast.VarSet
	types   map[ast.Var]types.Type
	varying map[ast.Var]*ast.Location
}

func newScope() *scope {
	return &scope{bound: ast.ReservedVars.Copy(), types: map[ast.Var]types.Type{}, varying: map[ast.Var]*ast.Location{}}
}

func (known *scope) copy() *scope {
	return &scope{bound: known.bound.Copy(), types: maps.Clone(known.types), varying: maps.Clone(known.varying)}
}

// vary marks what a pattern takes from a value; written is where that one is written, if it varies.
func (known *scope) vary(pattern *ast.Term, written *ast.Location) {
	if written == nil {
		return
	}
	ast.WalkVars(pattern, func(variable ast.Var) bool {
		known.varying[variable] = written
		return false
	})
}

// bind gives values to the variables of a pattern, or of all that has been evaluated.
func (known *scope) bind(pattern any) {
	ast.WalkVars(pattern, func(variable ast.Var) bool {
		known.bound.Add(variable)
		return false
	})
}

// knows tells whether all variables of a term have values.
func (known *scope) knows(term *ast.Term) bool {
	all := true
	ast.WalkVars(term, func(variable ast.Var) bool {
		all = all && known.bound.Contains(variable)
		return !all
	})
	return all
}

// typeFinder infers types as far as order needs them: whether something is an array. What it does not know may be anything.
type typeFinder struct {
	compiler *ast.Compiler
	// Where a `with` replaces rules or functions, their types say nothing about the replacements.
	replaced bool
}

func newTypeFinder(compiler *ast.Compiler, modules parsedModules) typeFinder {
	found := typeFinder{compiler: compiler}
	for _, module := range modules {
		ast.WalkWiths(module, func(with *ast.With) bool {
			found.replaced = found.replaced || !isInput(with.Target)
			return found.replaced
		})
	}
	return found
}

// learn adds what an expression makes known.
func (finder typeFinder) learn(expr *ast.Expr, known *scope) {
	known.bound.Update(ast.OutputVarsFromExpr(finder.compiler, expr, known.bound))
	terms, isCall := expr.Terms.([]*ast.Term)
	switch {
	case !isCall || expr.Negated:
		return
	case expr.IsEquality():
		finder.assign(terms[1], finder.of(terms[2], known), known)
		finder.assign(terms[2], finder.of(terms[1], known), known)
	case !finder.replaced:
		function, isFunction := finder.compiler.TypeEnv.GetByRef(expr.Operator()).(*types.Function)
		if isFunction && len(terms) == function.Arity()+2 && function.Result() != nil {
			finder.assign(terms[len(terms)-1], function.Result(), known)
		}
	}
}

// assign keeps the first type that is found for a variable; a later one can only be another for the same value.
func (finder typeFinder) assign(term *ast.Term, found types.Type, known *scope) {
	variable, isVariable := term.Value.(ast.Var)
	if _, has := known.types[variable]; isVariable && !has && types.Compare(found, types.A) != 0 {
		known.types[variable] = found
	}
}

func (finder typeFinder) of(term *ast.Term, known *scope) types.Type {
	switch value := term.Value.(type) {
	case ast.Var:
		if found := known.types[value]; found != nil {
			return found
		}
	case *ast.ArrayComprehension:
		return types.NewArray(nil, types.A)
	case *ast.Array:
		elements := []types.Type{}
		value.Foreach(func(element *ast.Term) { elements = append(elements, finder.of(element, known)) })
		return types.NewArray(elements, nil)
	case ast.Ref:
		return finder.ofRef(value, known)
	default:
		if ast.IsConstant(value) {
			return finder.compiler.TypeEnv.GetByValue(value)
		}
	}
	return types.A
}

func (finder typeFinder) ofRef(ref ast.Ref, known *scope) types.Type {
	if ref[0].Equal(ast.DefaultRootDocument) && !finder.replaced {
		if found := finder.compiler.TypeEnv.GetByRef(ref); found != nil {
			return found
		}
		return types.A
	}
	found := finder.of(ref[0], known)
	for _, key := range ref[1:] {
		if found = selected(found, key); found == nil {
			return types.A
		}
	}
	return found
}

func selected(from types.Type, key *ast.Term) types.Type {
	if ast.IsConstant(key.Value) {
		if constant, err := ast.JSON(key.Value); err == nil {
			return types.Select(from, constant)
		}
	}
	return types.Values(from)
}

// isUnordered tells whether a value of the type may be one that is iterated in another order than OPA's.
func isUnordered(found types.Type) bool {
	switch found := found.(type) {
	case *types.NamedType:
		return isUnordered(found.Type)
	case types.Any:
		for _, one := range found {
			if isUnordered(one) {
				return true
			}
		}
		return len(found) == 0
	case *types.Array, types.String, types.Number, types.Boolean, types.Null:
		return false
	}
	return true
}
