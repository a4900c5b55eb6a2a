package main

import (
	_ "embed"
	"fmt"
	"slices"
	"sync"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/util"
)

// The functions that ordered modules call.
//
//go:embed ordered.rego
var orderedText string

// Their module. Neither path nor package can be those of an author's module, since no author can write the first part of the
// package.
const orderedPath = hostPrefix + "ordered.rego"

var orderedPackage = ast.Ref{ast.DefaultRootDocument, ast.StringTerm(hostPrefix + "ordered")}

// keepOrder rewrites compiled modules so that sets and objects are iterated in OPA's order, which is that of their sorted keys,
// wherever that order is visible: in array comprehensions, and in the strings that concat makes of sets. OPA's runtime in
// WebAssembly iterates in the order of a hash table.
//
// In an array comprehension, `prefix[key].rest` with a key that is still unknown becomes
//
//	p = prefix; data["aims:ordered"].keys(p, ks); key = ks[_]; p[key].rest
//
// unless the prefix is known to be an array, and `walk(x, pair)` takes the sorted list of all its pairs. The bodies have to be
// in the order of their evaluation: those of the modules that a compiler made are.
func keepOrder(compiler *ast.Compiler) (parsedModules, []problem, error) {
	modules := parsedModules(compiler.Modules)
	keeper := &orderKeeper{compiler: compiler, types: newTypeFinder(compiler, modules), varying: newVarying(), problems: []problem{}}
	for keeper.varying.grown = true; keeper.varying.grown; {
		keeper.varying.grown = false
		keeper.all(modules)
	}
	keeper.rewriting = true
	keeper.all(modules)
	if !keeper.used {
		return modules, keeper.problems, nil
	}
	helper, err := orderedModule()
	if err != nil {
		return nil, nil, err
	}
	modules[orderedPath] = helper
	return modules, append(keeper.problems, replacedInOrdered(modules, helper)...), nil
}

func orderedModule() (*ast.Module, error) {
	module, err := ast.ParseModuleWithOpts(orderedPath, orderedText, ast.ParserOptions{RegoVersion: ast.RegoV1})
	if err == nil {
		module.Package.Path = orderedPackage
	}
	return module, err
}

// orderedBuiltins are those that the functions for the order call.
var orderedBuiltins = sync.OnceValues(func() ([]*ast.Builtin, error) {
	module, err := orderedModule()
	if err != nil {
		return nil, err
	}
	called := []*ast.Builtin{}
	for _, name := range calledBuiltins(module) {
		called = append(called, ast.BuiltinMap[name])
	}
	return called, nil
})

// replacedInOrdered reports what a `with` replaces though ordered modules call it otherwise than their authors wrote, or in
// addition.
func replacedInOrdered(modules parsedModules, helper *ast.Module) []problem {
	called := append(calledBuiltins(helper), ast.Concat.Name, ast.WalkBuiltin.Name)
	problems := []problem{}
	for _, module := range modules.inOrder() {
		ast.WalkWiths(module, func(with *ast.With) bool {
			name := with.Target.String()
			if target, isRef := with.Target.Value.(ast.Ref); slices.Contains(called, name) || isRef && target.HasPrefix(orderedPackage) {
				message := name + " cannot be replaced by `with` where sets or objects are iterated in array comprehensions: call it in a " +
					"function of your own and replace that one"
				problems = append(problems, problemAt(ast.CompileErr, with.Target.Location, message))
			}
			return false
		})
	}
	return problems
}

// calledBuiltins gives the names of the builtins that a module calls, sorted.
func calledBuiltins(module *ast.Module) []string {
	called := map[string]bool{}
	ast.WalkRefs(module, func(ref ast.Ref) bool {
		if name := ref.String(); ast.BuiltinMap[name] != nil {
			called[name] = true
		}
		return false
	})
	return util.KeysSorted(called)
}

type orderKeeper struct {
	compiler *ast.Compiler
	types    typeFinder
	varying  *varying
	problems []problem
	// Before, modules are only looked at.
	rewriting bool
	// Whether a module calls the functions for the order.
	used bool
	made int
	// How often the rule at hand mentioned its variables before it was rewritten.
	mentioned map[ast.Var]int
}

// variable makes one that no author can write, at the place of what it is made for.
func (keeper *orderKeeper) variable(at *ast.Term) *ast.Term {
	keeper.made++
	return ast.VarTerm(fmt.Sprintf("%s%d", hostPrefix, keeper.made)).SetLocation(at.Location)
}

func (keeper *orderKeeper) all(modules parsedModules) {
	for _, module := range modules.inOrder() {
		for _, rule := range module.Rules {
			keeper.rule(rule)
		}
	}
}

func (keeper *orderKeeper) rule(rule *ast.Rule) {
	keeper.made, keeper.mentioned = 0, map[ast.Var]int{}
	if keeper.rewriting {
		ast.WalkVars(rule, func(variable ast.Var) bool {
			keeper.mentioned[variable]++
			return false
		})
	}
	for ; rule != nil; rule = rule.Else {
		known := newScope()
		known.bind(rule.Head.Args)
		keeper.varying.enter(rule, known)
		rule.Body = keeper.body(rule.Body, known, false)
		keeper.within(rule.Head, known)
		keeper.varying.leave(rule, known)
	}
}

// body rewrites one whose order is visible, or what is within one whose order is not. Afterwards all its variables are known.
func (keeper *orderKeeper) body(body ast.Body, known *scope, visible bool) ast.Body {
	rewritten := make(ast.Body, 0, len(body))
	for _, expr := range body {
		keeper.within(expr, known)
		before := []*ast.Expr{}
		if keeper.rewriting && !expr.Negated {
			before = keeper.before(expr, known, visible)
		}
		for _, each := range before {
			rewritten.Append(each)
			keeper.learn(each, known)
			known.bind(each)
		}
		rewritten.Append(expr)
		keeper.learn(expr, known)
	}
	return rewritten
}

func (keeper *orderKeeper) learn(expr *ast.Expr, known *scope) {
	keeper.varying.learn(expr, known)
	if keeper.rewriting {
		keeper.types.learn(expr, known)
	}
}

// within rewrites the bodies that a node has within.
func (keeper *orderKeeper) within(node any, known *scope) {
	var visitor *ast.GenericVisitor
	nested := func(body ast.Body, visible bool, results ...*ast.Term) ast.Body {
		inner := known.copy()
		body = keeper.body(body, inner, visible)
		for _, result := range results {
			keeper.within(result, inner)
		}
		return body
	}
	visitor = ast.NewGenericVisitor(func(node any) bool {
		switch node := node.(type) {
		case *ast.ArrayComprehension:
			// All elements are the same where nothing within makes a difference.
			node.Body = nested(node.Body, !known.knows(node.Term), node.Term)
		case *ast.SetComprehension:
			node.Body = nested(node.Body, false, node.Term)
		case *ast.ObjectComprehension:
			node.Body = nested(node.Body, false, node.Key, node.Value)
		case *ast.Every:
			visitor.Walk(node.Domain)
			inner := known.copy()
			inner.bind(node.Value)
			if node.Key != nil {
				inner.bind(node.Key)
			}
			node.Body = keeper.body(node.Body, inner, false)
		case *ast.Not:
			node.Body = nested(node.Body, false)
		case *ast.LogicalAnd:
			node.Lhs, node.Rhs = nested(node.Lhs, false), nested(node.Rhs, false)
		case *ast.LogicalOr:
			node.Lhs, node.Rhs = nested(node.Lhs, false), nested(node.Rhs, false)
		default:
			return false
		}
		return true
	})
	visitor.Walk(node)
}

// before gives what has to be evaluated before an expression, and changes it to use that.
func (keeper *orderKeeper) before(expr *ast.Expr, known *scope, visible bool) []*ast.Expr {
	switch terms := expr.Terms.(type) {
	case *ast.Term:
		if visible {
			iteration := iteration{keeper: keeper, expr: expr, known: known.copy()}
			expr.Terms = iteration.ordered(terms)
			return iteration.before
		}
	case []*ast.Term:
		switch {
		case expr.IsEquality() && visible:
			return keeper.beforeEquality(expr, terms, known)
		case expr.Operator().Equal(ast.Concat.Ref()) && len(terms) == 4:
			return keeper.beforeConcat(expr, terms, known)
		case expr.Operator().Equal(ast.WalkBuiltin.Ref()) && len(terms) == 3 && visible:
			return keeper.beforeWalk(expr, terms)
		}
	}
	return nil
}

// beforeEquality takes the left side first, as the evaluators do.
func (keeper *orderKeeper) beforeEquality(expr *ast.Expr, terms []*ast.Term, known *scope) []*ast.Expr {
	terms = slices.Clone(terms)
	iteration := iteration{keeper: keeper, expr: expr, known: known.copy()}
	terms[1] = iteration.ordered(terms[1])
	left := len(iteration.before)
	right := iteration.ordered(terms[2])
	if _, isRef := terms[1].Value.(ast.Ref); isRef && len(iteration.before) > left {
		// Where the left side iterates an array, it has to come before what the right side needs.
		value := keeper.variable(terms[1])
		iteration.before = slices.Insert(iteration.before, left, iteration.equality(value, terms[1]))
		terms[1] = value
	}
	terms[2] = right
	expr.Terms = terms
	return iteration.before
}

// beforeConcat makes a list of a set.
func (keeper *orderKeeper) beforeConcat(expr *ast.Expr, terms []*ast.Term, known *scope) []*ast.Expr {
	if isUnordered(keeper.types.of(terms[2], known)) {
		list := keeper.variable(terms[2])
		terms = slices.Clone(terms)
		listed := keeper.call(expr.Location, "listed", terms[2], list)
		terms[2] = list
		expr.Terms = terms
		return []*ast.Expr{listed}
	}
	return nil
}

// beforeWalk makes of `walk(x, pair)` what iterates the pairs in the order of their paths: that is the order of OPA's walk.
func (keeper *orderKeeper) beforeWalk(expr *ast.Expr, terms []*ast.Term) []*ast.Expr {
	at := terms[0]
	pair, pairs, sorted := keeper.variable(at), keeper.variable(at), keeper.variable(at)
	walk := ast.NewExpr([]*ast.Term{terms[0], terms[1], pair}).SetLocation(expr.Location)
	iteration := iteration{keeper: keeper, expr: expr}
	before := []*ast.Expr{
		iteration.equality(pairs, ast.ArrayComprehensionTerm(pair, ast.NewBody(walk)).SetLocation(at.Location)),
		keeper.call(expr.Location, "sorted", pairs, sorted),
	}
	expr.Terms = iteration.equality(terms[2], keeper.element(sorted)).Terms
	return before
}

// call makes one of a function of ordered.rego.
func (keeper *orderKeeper) call(at *ast.Location, function string, argument, result *ast.Term) *ast.Expr {
	keeper.used = true
	parts := slices.Clone(orderedPackage.Append(ast.StringTerm(function)))
	for i, part := range parts {
		parts[i] = ast.NewTerm(part.Value).SetLocation(at)
	}
	called := ast.NewTerm(parts).SetLocation(at)
	return ast.NewExpr([]*ast.Term{called, argument, result}).SetLocation(at)
}

// onceOnly tells whether a key is a variable that nothing else looks at.
func (keeper *orderKeeper) onceOnly(key *ast.Term) bool {
	variable, isVariable := key.Value.(ast.Var)
	return isVariable && keeper.mentioned[variable] == 1
}

// element is any one of a list.
func (keeper *orderKeeper) element(list *ast.Term) *ast.Term {
	return ast.NewTerm(ast.Ref{list, keeper.variable(list)}).SetLocation(list.Location)
}
