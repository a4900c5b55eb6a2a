package main

import (
	"fmt"

	"github.com/open-policy-agent/opa/v1/ast"
)

// iteration collects what an expression that iterates needs before itself.
type iteration struct {
	keeper *orderKeeper
	expr   *ast.Expr
	before []*ast.Expr
	// Grows with the keys that have been taken.
	known *scope
}

// ordered gives what takes the place of a term: the keys of its references, from left to right, are known by then, or are those
// of arrays.
func (it *iteration) ordered(term *ast.Term) *ast.Term {
	ref, isRef := term.Value.(ast.Ref)
	if !isRef {
		return term
	}
	rewritten := ast.Ref{ref[0]}
	iterates := false
	for i := 1; i < len(ref); i++ {
		if !it.known.knows(ref[i]) {
			switch {
			case it.refused(ref[:i]):
				return term
			case !isUnordered(it.keeper.types.ofRef(ref[:i], it.known)):
				iterates = true
			case it.keeper.choosesRule(ref[:i]):
				if iterates {
					// The keys so far have to be taken before.
					it.collection(rewritten, term)
				}
				it.takeKeyOfChosen(rewritten, ref[i])
			case it.keeper.onceOnly(ref[i]):
				// Where the key does not matter, the values do: those of an array are there already.
				values := it.keeper.variable(ref[i])
				it.before = append(it.before, it.keeper.call(it.expr.Location, "values", it.collection(rewritten, term), values))
				rewritten, iterates = ast.Ref{values}, true
			default:
				rewritten = ast.Ref{it.collection(rewritten, term)}
				it.takeKey(it.keeper.call(it.expr.Location, "keys", rewritten[0], it.keeper.variable(ref[i])), ref[i])
			}
			it.known.bind(ref[i])
		}
		rewritten = append(rewritten, ref[i])
	}
	return ast.NewTerm(rewritten).SetLocation(term.Location)
}

// collection is what a reference so far leads to, as a variable.
func (it *iteration) collection(ref ast.Ref, at *ast.Term) *ast.Term {
	term := ast.NewTerm(ref).SetLocation(at.Location)
	if len(ref) == 1 && !ast.RootDocumentNames.Contains(ref[0]) {
		term = ref[0]
	}
	if _, isVariable := term.Value.(ast.Var); isVariable {
		return term
	}
	collection := it.keeper.variable(at)
	it.before = append(it.before, it.equality(collection, term))
	return collection
}

// takeKeyOfChosen leaves the reference as long as it is: the build takes the name of a rule that is known at run time only for
// that of a function as well where nothing follows it.
func (it *iteration) takeKeyOfChosen(ref ast.Ref, key *ast.Term) {
	any, keys := it.keeper.variable(key), it.keeper.variable(key)
	value := ast.NewTerm(ref.Append(any)).SetLocation(key.Location)
	each := ast.NewBody(ast.Equality.Expr(value, it.keeper.variable(key)).SetLocation(it.expr.Location))
	it.before = append(it.before, it.equality(keys, ast.ArrayComprehensionTerm(any, each).SetLocation(key.Location)))
	it.takeKey(it.keeper.call(it.expr.Location, "sorted", keys, it.keeper.variable(key)), key)
}

// takeKey unifies a key with those that a call results in, one after the other.
func (it *iteration) takeKey(keys *ast.Expr, key *ast.Term) {
	it.before = append(it.before, keys, it.equality(key, it.keeper.element(keys.Operand(1))))
}

// equality is evaluated as the expression is: with its modifiers.
func (it *iteration) equality(left, right *ast.Term) *ast.Expr {
	made := ast.Equality.Expr(left, right).SetLocation(it.expr.Location)
	made.With = it.expr.With
	return made
}

// refused reports iterations whose order in OPA cannot be kept: that of packages, whose values are not all evaluated, and that
// of sets and objects that OPA does not sort.
func (it *iteration) refused(prefix ast.Ref) bool {
	written := it.keeper.varying.written(ast.NewTerm(prefix), it.known)
	message := ""
	switch {
	case prefix[0].Equal(ast.DefaultRootDocument) && it.keeper.reachesPackage(prefix):
		message = fmt.Sprintf("an array comprehension cannot iterate the packages or rules of %s, because a compiled policy does not "+
			"keep their order: write a set comprehension, or name each of them", prefix)
	case written != nil && isUnordered(it.keeper.types.ofRef(prefix, it.known)):
		message = fmt.Sprintf("an array comprehension cannot iterate the set or object of %s:%d, because OPA does not sort elements or "+
			"keys that are not constants: make that one by a comprehension, such as {x | some x in [input.a, input.b]}, or an array",
			written.File, written.Row)
	default:
		return false
	}
	it.keeper.problems = append(it.keeper.problems, problemAt(ast.CompileErr, it.expr.Location, message))
	return true
}

// reachesPackage tells whether a reference may lead to a package, or above one.
func (keeper *orderKeeper) reachesPackage(ref ast.Ref) bool {
	for _, module := range keeper.compiler.Modules {
		path := module.Package.Path
		if len(path) < len(ref) {
			continue
		}
		reaches := true
		for i, part := range ref {
			reaches = reaches && (!ast.IsConstant(part.Value) || part.Equal(path[i]) || i == 0)
		}
		if reaches {
			return true
		}
	}
	return false
}

// choosesRule tells whether a reference leads to one of several rules or packages, by a name that is known at run time only.
func (keeper *orderKeeper) choosesRule(ref ast.Ref) bool {
	if !ref[0].Equal(ast.DefaultRootDocument) {
		return false
	}
	node := keeper.compiler.RuleTree.Child(ref[0].Value)
	for _, part := range ref[1:] {
		if node == nil {
			return false
		}
		if !ast.IsConstant(part.Value) {
			return len(node.Children) > 0
		}
		node = node.Child(part.Value)
	}
	return false
}
