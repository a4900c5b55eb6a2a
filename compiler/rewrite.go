package main

import (
	_ "embed"
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/types"
	"github.com/open-policy-agent/opa/v1/util"
)

// The builtins that a compiled policy leaves to its host, by the names that authors use.
//
//go:embed host_builtins.txt
var hostBuiltinNames string

// At run time they have this before their name, so that no host takes them for builtins of its own. No author can write such a
// name, so nothing of an author's can have it.
const hostPrefix = "aims:"

// hostBuiltins are those builtins as far as they are allowed.
type hostBuiltins map[string]*ast.Builtin

func hostBuiltinsOf(allowed *ast.Capabilities) hostBuiltins {
	return hostBuiltinsAmong(allowed.Builtins)
}

func everyHostBuiltin() hostBuiltins {
	return hostBuiltinsAmong(ast.Builtins[:])
}

func hostBuiltinsAmong(builtins []*ast.Builtin) hostBuiltins {
	names := strings.Fields(hostBuiltinNames)
	found := hostBuiltins{}
	for _, builtin := range builtins {
		if slices.Contains(names, builtin.Name) {
			found[builtin.Name] = builtin
		}
	}
	return found
}

// runtimeCapabilities declares what rewritten modules call besides what is allowed.
func runtimeCapabilities(allowed *ast.Capabilities) (*ast.Capabilities, error) {
	added, err := orderedBuiltins()
	if err != nil {
		return nil, err
	}
	extended := *allowed
	extended.Builtins = slices.Clone(allowed.Builtins)
	// The functions that stand in for builtins call more of the host than the authors may.
	host := everyHostBuiltin()
	for _, name := range util.KeysSorted(host) {
		handed := []types.Type{}
		for _, declared := range host[name].Decl.FuncArgs().Args {
			handed = append(handed, handedType(declared))
		}
		extended.Builtins = append(extended.Builtins, &ast.Builtin{
			Name: hostPrefix + name,
			Decl: types.NewFunction(handed, host[name].Decl.Result()),
		})
	}
	for _, builtin := range slices.Concat(added, neededInPlace()) {
		if !extended.ContainsBuiltin(builtin.Name) {
			extended.Builtins = append(extended.Builtins, builtin)
		}
	}
	return &extended, nil
}

// handToHost rewrites the calls of host builtins. Hosts get arguments as JSON, which has no sets, no keys but strings, and
// numbers of 53 bits; so an argument is replaced by its Rego text, `f(x)` by `aims:f(internal.template_string([{[x]}]))`. Only
// where a string is wanted, JSON does: there it is `aims:f([x])`, and the host tells by the array.
// Functions of the authors' own that have the name of such a builtin are left alone. The types of the original calls are no
// longer to be seen afterwards: check them before.
func handToHost(modules parsedModules, host hostBuiltins) error {
	own := ownNames(modules)
	for path, module := range modules {
		// The functions for the order take the builtins of WebAssembly as they are.
		if path == orderedPath {
			continue
		}
		rewriter := callRewriter{host: host, shadowed: namesIn(module, own)}
		for _, rule := range module.Rules {
			if _, err := ast.Transform(rewriter, rule); err != nil {
				return err
			}
		}
	}
	return nil
}

type callRewriter struct {
	host hostBuiltins
	// Names that mean something of the author's own in this module.
	shadowed map[string]bool
	// Builtins of the module are left in place: for the functions that stand in for them.
	nativesOnly bool
}

// Transform is called for a node before it is for the nodes below.
func (rewriter callRewriter) Transform(node any) (any, error) {
	switch node := node.(type) {
	case *ast.Expr:
		if terms, isCall := node.Terms.([]*ast.Term); isCall {
			node.Terms = rewriter.call(terms)
		}
	case ast.Call:
		return ast.Call(rewriter.call(node)), nil
	case *ast.SomeDecl:
		// The walk of ast.Transform ends here.
		for _, symbol := range node.Symbols {
			value, err := ast.Transform(rewriter, symbol.Value)
			if err != nil {
				return nil, err
			}
			symbol.Value = value.(ast.Value)
		}
	}
	return node, nil
}

// call takes the operator and its arguments, and where the result is an argument, too, leaves that one.
func (rewriter callRewriter) call(terms []*ast.Term) []*ast.Term {
	if function := rewriter.functionInPlaceOf(terms[0]); function != nil {
		rewritten := slices.Clone(terms)
		rewritten[0] = function
		return rewritten
	}
	builtin := rewriter.builtinNamed(terms[0])
	if builtin == nil {
		return terms
	}
	rewritten := slices.Clone(terms)
	rewritten[0] = operator(hostPrefix+builtin.Name, terms[0].Location)
	for i, declared := range builtin.Decl.FuncArgs().Args {
		rewritten[i+1] = handed(terms[i+1], declared)
	}
	return rewritten
}

// builtinNamed gives the host builtin that a reference or variable names.
func (rewriter callRewriter) builtinNamed(term *ast.Term) *ast.Builtin {
	switch name := term.Value.(type) {
	case ast.Var:
		if !rewriter.shadowed[string(name)] {
			return rewriter.host[string(name)]
		}
	case ast.Ref:
		if !rewriter.shadowed[name[0].Value.String()] {
			return rewriter.host[name.String()]
		}
	}
	return nil
}

// handedType is the type of what the host gets for an argument of the declared type.
func handedType(declared types.Type) types.Type {
	if types.Compare(declared, types.S) == 0 {
		return types.NewArray(nil, types.A)
	}
	return types.S
}

// handed makes of an argument what the host gets. A text is that of an array, because template strings do not quote a string by
// itself; the set around it is how they take a value that is known to be defined. Where it is not, neither is the call.
func handed(term *ast.Term, declared types.Type) *ast.Term {
	at := func(made *ast.Term) *ast.Term { return made.SetLocation(term.Location) }
	array := at(ast.ArrayTerm(term))
	if types.Compare(declared, types.S) == 0 {
		return array
	}
	toText := operator(ast.InternalTemplateString.Name, term.Location)
	return at(ast.CallTerm(toText, at(ast.ArrayTerm(at(ast.SetTerm(array))))))
}

// operator refers to a builtin. OPA counts on all terms having a place, those within the reference, too.
func operator(name string, location *ast.Location) *ast.Term {
	parts := strings.Split(name, ".")
	ref := ast.Ref{ast.VarTerm(parts[0]).SetLocation(location)}
	for _, part := range parts[1:] {
		ref = append(ref, ast.StringTerm(part).SetLocation(location))
	}
	return ast.NewTerm(ref).SetLocation(location)
}

// hostProblems reports what would keep the rewritten calls from doing what the authors wrote.
func hostProblems(modules parsedModules, host hostBuiltins) []problem {
	problems := []problem{}
	own := ownNames(modules)
	for _, module := range modules.inOrder() {
		rewriter := callRewriter{host: host, shadowed: namesIn(module, own)}
		problems = append(problems, rewriter.replaced(module)...)
		problems = append(problems, rewriter.hidden(module)...)
	}
	return problems
}

// replaced reports host builtins in a `with`, which the rewritten calls would take no notice of.
func (rewriter callRewriter) replaced(module *ast.Module) []problem {
	problems := []problem{}
	ast.WalkWiths(module, func(with *ast.With) bool {
		if builtin := rewriter.builtinNamed(with.Target); builtin != nil {
			message := builtin.Name + " cannot be replaced by `with`: call it in a function of your own and replace that one"
			problems = append(problems, problemAt(ast.CompileErr, with.Target.Location, message))
		} else if builtin := rewriter.builtinNamed(with.Value); builtin != nil && !isInput(with.Target) {
			message := builtin.Name + " cannot take the place of a function by `with`: call it in a function of your own and use that one"
			problems = append(problems, problemAt(ast.CompileErr, with.Value.Location, message))
		}
		return false
	})
	return problems
}

// hidden reports calls of host builtins where a name of the author's own hides the builtin that makes values texts.
func (rewriter callRewriter) hidden(module *ast.Module) []problem {
	name := ast.InternalTemplateString.Ref()[0].Value
	if !rewriter.shadowed[name.String()] && !declares(module, name) {
		return nil
	}
	problems := []problem{}
	ast.WalkTerms(module, func(term *ast.Term) bool {
		// Only operators are references of the builtins' names: those of other values are checked to be defined.
		if _, isRef := term.Value.(ast.Ref); isRef {
			if builtin := rewriter.builtinNamed(term); builtin != nil {
				message := builtin.Name + " cannot be called in a file where something is named internal: give that another name"
				problems = append(problems, problemAt(ast.CompileErr, term.Location, message))
			}
		}
		return false
	})
	return problems
}

// declares tells whether a variable has the name. The first part of a reference is none: it can be that of a builtin.
func declares(node any, name ast.Value) bool {
	found := false
	ast.WalkTerms(node, func(term *ast.Term) bool {
		if ref, isRef := term.Value.(ast.Ref); isRef {
			for _, part := range ref[1:] {
				found = found || declares(part, name)
			}
			return true
		}
		found = found || ast.ValueEqual(term.Value, name)
		return found
	})
	return found
}

// isInput tells whether a `with` replaces input, whose value is never a function.
func isInput(target *ast.Term) bool {
	ref, isRef := target.Value.(ast.Ref)
	return isRef && ref.HasPrefix(ast.InputRootRef)
}

// ownNames are the names that the rules of a package have, by the package.
func ownNames(modules parsedModules) map[string]map[string]bool {
	own := map[string]map[string]bool{}
	for _, module := range modules {
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

// namesIn are the names that a module's package and imports give a meaning.
func namesIn(module *ast.Module, own map[string]map[string]bool) map[string]bool {
	names := map[string]bool{}
	for name := range own[module.Package.Path.String()] {
		names[name] = true
	}
	for _, imported := range module.Imports {
		names[string(imported.Name())] = true
	}
	return names
}
