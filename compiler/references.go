package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/util"
)

// Codes of references that lead nowhere. OPA takes them for documents that may come later; here it is known what comes.
const (
	undefinedReference = "undefined_reference"
	// A key that a data file does not have: its data may grow, so that this is only told.
	undefinedKey = "undefined_key"
)

// dataNode is a name below `data`.
type dataNode struct {
	children map[string]*dataNode
	// Whatever is below cannot be known before the rules run: the value of a rule, or a document of the host.
	open bool
	// Modules declare it, or something below it.
	declared bool
}

func (node *dataNode) child(name string) *dataNode {
	if node.children == nil {
		node.children = map[string]*dataNode{}
	}
	found, exists := node.children[name]
	if !exists {
		found = &dataNode{}
		node.children[name] = found
	}
	return found
}

// declare adds the constant beginning of a path that a module defines.
func (node *dataNode) declare(path ast.Ref, open bool) {
	for _, part := range path[1:] {
		name, isConstant := part.Value.(ast.String)
		node.declared = true
		if !isConstant {
			node.open = true
			return
		}
		node = node.child(string(name))
	}
	node.declared = true
	node.open = node.open || open
}

// fill adds the value of a data file, or of a part of one.
func (node *dataNode) fill(value any) {
	object, isObject := value.(map[string]any)
	if !isObject {
		_, isArray := value.([]any)
		node.open = node.open || isArray
		return
	}
	for name, inner := range object {
		node.child(name).fill(inner)
	}
}

// referenceCheck looks for references and imports that lead to nothing.
type referenceCheck struct {
	root     *dataNode
	problems []problem
	// Chooses the modules that count; nil where all do.
	among func(parsedModules) parsedModules
}

// newReferenceCheck knows the data of files and the documents that the host gives.
func newReferenceCheck(data map[string]any, documents []string) *referenceCheck {
	check := &referenceCheck{root: &dataNode{}}
	check.root.fill(data)
	for _, name := range documents {
		check.root.child(name).open = true
	}
	return check
}

// after makes the compiler check references as soon as it knows what they stand for: imports and names of the own package are full paths then.
func (check *referenceCheck) after(compiler *ast.Compiler) *ast.Compiler {
	return compiler.WithStageAfterID(ast.StageResolveRefs, ast.CompilerStageDefinition{
		Name:       "CheckReferences",
		MetricName: "check_references",
		Stage: func(compiler *ast.Compiler) *ast.Error {
			modules := parsedModules(compiler.Modules)
			if check.among != nil {
				modules = check.among(modules)
			}
			check.run(modules)
			return nil
		},
	})
}

func (check *referenceCheck) run(modules map[string]*ast.Module) {
	for _, path := range util.KeysSorted(modules) {
		check.root.declare(modules[path].Package.Path, false)
		for _, rule := range modules[path].Rules {
			check.root.declare(rule.Ref(), true)
		}
		// What is put there by `with` is there for whatever that asks.
		ast.WalkWiths(modules[path], func(with *ast.With) bool {
			if target, isRef := with.Target.Value.(ast.Ref); isRef && target[0].Equal(ast.DefaultRootDocument) {
				check.root.declare(target, true)
			}
			return false
		})
	}
	for _, path := range util.KeysSorted(modules) {
		check.module(modules[path])
	}
}

func (check *referenceCheck) module(module *ast.Module) {
	missing := []ast.Ref{}
	for _, imported := range module.Imports {
		path, isRef := imported.Path.Value.(ast.Ref)
		if !isRef || !path[0].Equal(ast.DefaultRootDocument) {
			continue
		}
		if found := check.problemOf(path, imported.Path.Location, "import"); found != nil {
			check.problems = append(check.problems, *found)
			missing = append(missing, path)
		}
	}
	var visitor *ast.GenericVisitor
	visitor = ast.NewGenericVisitor(func(node any) bool {
		switch node := node.(type) {
		case *ast.Import, *ast.Package:
			return true
		case *ast.With:
			visitor.Walk(node.Value)
			return true
		case *ast.Expr:
			// The compiler itself reports functions that do not exist.
			if terms, isCall := node.Terms.([]*ast.Term); isCall {
				walkTerms(visitor, terms[1:])
				for _, with := range node.With {
					visitor.Walk(with)
				}
				return true
			}
		case ast.Call:
			walkTerms(visitor, node[1:])
			return true
		case *ast.Term:
			check.term(node, missing)
		}
		return false
	})
	for _, rule := range module.Rules {
		visitor.Walk(rule)
	}
}

func walkTerms(visitor *ast.GenericVisitor, terms []*ast.Term) {
	for _, term := range terms {
		visitor.Walk(term)
	}
}

// term checks a reference, unless it begins with an import that has been reported.
func (check *referenceCheck) term(term *ast.Term, missing []ast.Ref) {
	path, isRef := term.Value.(ast.Ref)
	if !isRef || !path[0].Equal(ast.DefaultRootDocument) {
		return
	}
	for _, prefix := range missing {
		if path.HasPrefix(prefix) {
			return
		}
	}
	if found := check.problemOf(path, term.Location, "reference"); found != nil {
		check.problems = append(check.problems, *found)
	}
}

// problemOf follows the constant beginning of a path. What a rule or an array holds is not followed.
func (check *referenceCheck) problemOf(path ast.Ref, location *ast.Location, what string) *problem {
	node := check.root
	for at, part := range path[1:] {
		name, isConstant := part.Value.(ast.String)
		if node.open || !isConstant {
			return nil
		}
		next, exists := node.children[string(name)]
		if !exists {
			found := check.undefined(path[:at+2], node, location, what)
			return &found
		}
		node = next
	}
	return nil
}

func (check *referenceCheck) undefined(path ast.Ref, node *dataNode, location *ast.Location, what string) problem {
	last := len(path) - 1
	name := string(path[last].Value.(ast.String))
	text := fmt.Sprintf("The %s %s leads nowhere: ", what, path)
	code := undefinedReference
	switch {
	case last == 1:
		text += "no package, no data file and no document of aims has this name"
	case node.declared:
		text += fmt.Sprintf("there is no %s in %s", name, path[:last])
	default:
		text += fmt.Sprintf("the data files have no %q in %s", name, path[:last])
		if what != "import" {
			code = undefinedKey
		}
	}
	if nearest, found := nearestWord(name, util.KeysSorted(node.children)); found {
		guess := path[:last].Append(ast.StringTerm(nearest))
		text += fmt.Sprintf("; did you mean %s?", guess)
	} else if elsewhere := check.elsewhere(name); last == 1 && elsewhere != "" {
		text += fmt.Sprintf("; did you mean %s?", elsewhere)
	}
	return problemAt(code, location, text)
}

// errors leaves out what is only told.
func (check *referenceCheck) errors() []problem {
	found := slices.DeleteFunc(slices.Clone(check.problems), func(each problem) bool { return each.Code == undefinedKey })
	return sortProblems(found)
}

// elsewhere finds a package or document with this name below another one: the beginning of the path was forgotten.
func (check *referenceCheck) elsewhere(name string) string {
	found := []string{}
	var search func(node *dataNode, path []string)
	search = func(node *dataNode, path []string) {
		for _, each := range util.KeysSorted(node.children) {
			child := node.children[each]
			here := append(path[:len(path):len(path)], each)
			if each == name && len(path) > 0 {
				found = append(found, strings.Join(here, "."))
			}
			if !child.open && child.declared {
				search(child, here)
			}
		}
	}
	search(check.root, nil)
	if len(found) != 1 {
		return ""
	}
	return "data." + found[0]
}

// ownPlaces gives every reference a beginning of its own. OPA shares it between all that name one rule or import, and it
// stands where the last of them stands: errors of the type checker would, too.
func ownPlaces(compiler *ast.Compiler) *ast.Error {
	for _, module := range compiler.Modules {
		ast.WalkTerms(module, func(term *ast.Term) bool {
			path, isRef := term.Value.(ast.Ref)
			if isRef && term.Location != nil && path[0].Equal(ast.DefaultRootDocument) {
				path[0] = ast.NewTerm(path[0].Value).SetLocation(term.Location)
			}
			return false
		})
	}
	return nil
}
