package main

import (
	"cmp"
	"slices"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/util"
)

// dataKeys are the keys of one document under `data` that a module reads.
type dataKeys struct {
	Keys []keyRead `json:"keys"`
	// The module also reads the document as a whole, or by a key that is known at run time only.
	Dynamic bool `json:"dynamic"`
}

// keyRead is a key, and the row that reads it first.
type keyRead struct {
	Key string `json:"key"`
	Row int    `json:"row"`
}

// keysRead finds the keys of data.<document> that a module reads, under whichever name it was imported. What a test puts
// there by `with data.<document> as` is not read.
func keysRead(module *ast.Module, document string) dataKeys {
	reader := &keyReader{
		document: ast.Ref{ast.DefaultRootDocument, ast.StringTerm(document)},
		rows:     map[string]int{},
	}
	reader.imported = importsOf(module)
	reader.visitor = ast.NewGenericVisitor(reader.visit)
	for _, rule := range module.Rules {
		reader.visitor.Walk(rule)
	}
	found := dataKeys{Keys: []keyRead{}, Dynamic: reader.dynamic}
	for key, row := range reader.rows {
		found.Keys = append(found.Keys, keyRead{Key: key, Row: row})
	}
	slices.SortFunc(found.Keys, func(a, b keyRead) int { return cmp.Compare(a.Key, b.Key) })
	return found
}

// importsOf gives the paths that a module imports, by the names that they have there.
func importsOf(module *ast.Module) map[ast.Var]ast.Ref {
	imported := map[ast.Var]ast.Ref{}
	for _, each := range module.Imports {
		if path, isRef := each.Path.Value.(ast.Ref); isRef {
			imported[each.Name()] = path
		}
	}
	return imported
}

// pathsRead finds the constant beginnings of all references to data.
func pathsRead(module *ast.Module) []string {
	reader := &keyReader{imported: importsOf(module)}
	found := map[string]bool{}
	add := func(path ast.Ref) {
		if prefix := path.ConstantPrefix(); len(prefix) > 1 && prefix[0].Equal(ast.DefaultRootDocument) {
			found[withoutData(prefix)] = true
		}
	}
	for _, path := range reader.imported {
		add(path)
	}
	for _, rule := range module.Rules {
		ast.WalkTerms(rule, func(term *ast.Term) bool {
			if path, isPath := reader.fullPath(term); isPath {
				add(path)
			}
			return false
		})
	}
	return util.KeysSorted(found)
}

type keyReader struct {
	document ast.Ref
	imported map[ast.Var]ast.Ref
	rows     map[string]int
	dynamic  bool
	visitor  *ast.GenericVisitor
}

// visit returns true where it has looked at everything below the node itself.
func (reader *keyReader) visit(node any) bool {
	switch node := node.(type) {
	case *ast.With:
		reader.visitor.Walk(node.Value)
		return true
	case ast.Call:
		return reader.visitGet(node)
	case *ast.Expr:
		terms, isCall := node.Terms.([]*ast.Term)
		if isCall && reader.visitGet(terms) {
			for _, modifier := range node.With {
				reader.visitor.Walk(modifier)
			}
			return true
		}
	case *ast.Term:
		return reader.visitTerm(node)
	}
	return false
}

func (reader *keyReader) visitTerm(term *ast.Term) bool {
	path, isPath := reader.fullPath(term)
	if !isPath || !path.HasPrefix(reader.document) {
		return false
	}
	if len(path) == len(reader.document) {
		reader.dynamic = true
		return true
	}
	reader.read(path[len(reader.document)], term.Location.Row)
	for _, part := range path[len(reader.document):] {
		reader.visitor.Walk(part)
	}
	return true
}

// visitGet takes object.get(data.<document>, key, default) for a read of that key.
func (reader *keyReader) visitGet(call []*ast.Term) bool {
	if len(call) < 4 || call[0].Value.Compare(ast.ObjectGet.Ref()) != 0 {
		return false
	}
	path, isPath := reader.fullPath(call[1])
	if !isPath || !path.Equal(reader.document) {
		return false
	}
	key := call[2]
	if keys, isArray := key.Value.(*ast.Array); isArray && keys.Len() > 0 {
		key = keys.Elem(0)
	}
	reader.read(key, call[1].Location.Row)
	for _, operand := range call[2:] {
		reader.visitor.Walk(operand)
	}
	return true
}

func (reader *keyReader) read(key *ast.Term, row int) {
	name, isConstant := key.Value.(ast.String)
	if !isConstant {
		reader.dynamic = true
		return
	}
	if _, seen := reader.rows[string(name)]; !seen {
		reader.rows[string(name)] = row
	}
}

// fullPath gives the path that a reference or the name of an import stands for.
func (reader *keyReader) fullPath(term *ast.Term) (ast.Ref, bool) {
	switch value := term.Value.(type) {
	case ast.Var:
		path, isImported := reader.imported[value]
		return path, isImported
	case ast.Ref:
		head, isVar := value[0].Value.(ast.Var)
		if path, isImported := reader.imported[head]; isVar && isImported {
			return path.Concat(value[1:]), true
		}
		return value, isVar
	}
	return nil, false
}
