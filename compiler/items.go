package main

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
)

// Codes of what a rule says in a form that the host does not read.
const (
	wrongItem = "rule_item_error"
	// The item is read, but something in it is not.
	unreadKey = "rule_item_warning"
)

// The keys of an item.
var itemKeys = []string{"at", "message"}

// jsonPointer is RFC 6901; "" is the whole input.
var jsonPointer = regexp.MustCompile(`^(?:/(?:[^~]|~[01])*)?$`)

// itemProblems looks at the heads of a module's sets as they are written: items are objects with a message and a place. What is
// computed can only be seen when the rule runs.
func itemProblems(module *ast.Module, sets []string) []problem {
	problems := []problem{}
	for _, rule := range module.Rules {
		name := rule.Head.Ref().GroundPrefix().String()
		switch {
		case name == "applicable":
			problems = append(problems, applicableProblems(rule)...)
		case slices.Contains(sets, name):
			check := itemCheck{set: name}
			check.rule(rule)
			problems = append(problems, check.problems...)
		}
	}
	return problems
}

func applicableProblems(rule *ast.Rule) []problem {
	problems := []problem{}
	for each := rule; each != nil; each = each.Else {
		value := each.Head.Value
		if len(each.Head.Args) > 0 || each.Head.Key != nil || value == nil || !isLiteral(value.Value) {
			continue
		}
		if _, isBoolean := value.Value.(ast.Boolean); !isBoolean {
			text := fmt.Sprintf("applicable is %s, but has to be true or false", kindOfValue(value.Value))
			problems = append(problems, problemAt(wrongItem, value.Location, text))
		}
	}
	return problems
}

type itemCheck struct {
	set      string
	problems []problem
}

func (check *itemCheck) report(code string, at *ast.Location, format string, values ...any) {
	check.problems = append(check.problems, problemAt(code, at, fmt.Sprintf(format, values...)))
}

func (check *itemCheck) rule(rule *ast.Rule) {
	kind := kindOf(rule)
	switch kind {
	case "set":
		check.item(itemOf(rule), rule.Location)
	case "value":
		// Another rule's set may be passed on as it is.
		if value := rule.Head.Value; value != nil && isLiteral(value.Value) {
			if set, isSet := value.Value.(ast.Set); isSet {
				set.Foreach(func(item *ast.Term) { check.item(item, rule.Location) })
				return
			}
			check.report(wrongItem, rule.Location,
				`%s is %s, but has to be a set of items: write %s contains {"message": ..., "at": ...} if ...`,
				check.set, kindOfValue(value.Value), check.set)
		}
	default:
		check.report(wrongItem, rule.Location,
			`%s is declared as %s, but has to be a set of items: write %s contains {"message": ..., "at": ...} if ...`,
			check.set, article(kind), check.set)
	}
}

// itemOf gives the item of a rule as it is written, in the head or where the body gives it to the variable in the head.
func itemOf(rule *ast.Rule) *ast.Term {
	name, isVar := rule.Head.Key.Value.(ast.Var)
	if !isVar {
		return rule.Head.Key
	}
	given := []*ast.Term{}
	for _, expr := range rule.Body {
		if operands := expr.Operands(); len(operands) == 2 && (expr.IsAssignment() || expr.IsEquality()) {
			if operands[0].Value.Compare(name) == 0 {
				given = append(given, operands[1])
			}
		}
	}
	if len(given) != 1 {
		return rule.Head.Key
	}
	return given[0]
}

func (check *itemCheck) item(item *ast.Term, otherwise *ast.Location) {
	location := item.Location
	if location == nil {
		location = otherwise
	}
	object, isObject := item.Value.(ast.Object)
	if !isObject {
		if isText(item.Value) || isLiteral(item.Value) {
			check.report(wrongItem, location, `An item of %s is %s, but has to be {"message": text, "at": JSON pointer}`,
				check.set, kindOfValue(item.Value))
		}
		return
	}
	unknown := []*ast.Term{}
	known := map[string]*ast.Term{}
	computed := false
	object.Foreach(func(key, value *ast.Term) {
		name, isConstant := key.Value.(ast.String)
		switch {
		case !isConstant:
			computed = true
		case slices.Contains(itemKeys, string(name)):
			known[string(name)] = value
		default:
			unknown = append(unknown, key)
		}
	})
	missing := []string{}
	for _, key := range itemKeys {
		if value, exists := known[key]; exists {
			check.value(key, value)
		} else if !computed {
			missing = append(missing, key)
		}
	}
	check.keys(location, missing, unknown)
}

// keys reports keys that are missing, each with the unknown one that was probably meant, and unknown keys.
func (check *itemCheck) keys(location *ast.Location, missing []string, unknown []*ast.Term) {
	for _, key := range unknown {
		name := string(key.Value.(ast.String))
		if meant := meantKey(name, missing); meant != "" {
			missing = slices.DeleteFunc(missing, func(each string) bool { return each == meant })
			check.report(wrongItem, key.Location, `An item of %s has no %q, but %q; did you mean %q?`, check.set, meant, name, meant)
			continue
		}
		check.report(unreadKey, key.Location, `An item has "message" and "at": nothing reads its %q`, name)
	}
	for _, key := range missing {
		check.report(wrongItem, location, `An item of %s has no %q: write {"message": text, "at": JSON pointer}`, check.set, key)
	}
}

// meantKey also knows the names that Conftest, and reports of other tools, have for the two.
func meantKey(name string, missing []string) string {
	others := map[string][]string{
		"message": {"msg", "text", "description", "title", "reason"},
		"at":      {"path", "pointer", "location", "place", "where", "field"},
	}
	for _, key := range missing {
		if slices.Contains(others[key], strings.ToLower(name)) {
			return key
		}
	}
	nearest, _ := nearestWord(name, missing)
	return nearest
}

func (check *itemCheck) value(key string, value *ast.Term) {
	text, isString := value.Value.(ast.String)
	switch {
	case !isString && isLiteral(value.Value):
		check.report(wrongItem, value.Location, "%q of an item is %s, but has to be text", key, kindOfValue(value.Value))
	case key == "at" && isString && !jsonPointer.MatchString(string(text)):
		check.pointer(value.Location, string(text))
	case key == "at":
		if beginning, known := formatOf(value.Value); known && beginning != "" && !strings.HasPrefix(beginning, "/") &&
			!strings.HasPrefix(beginning, "%") {
			check.pointer(value.Location, beginning)
		}
	}
}

func (check *itemCheck) pointer(location *ast.Location, text string) {
	guess := "/" + strings.ReplaceAll(strings.TrimPrefix(strings.TrimPrefix(text, "$"), "."), ".", "/")
	if strings.HasPrefix(text, "/") {
		guess = strings.ReplaceAll(text, "~", "~0")
	}
	check.report(wrongItem, location,
		`"at" is %q, which is not a JSON pointer: it begins with "/", and "~" is written ~0 in it; did you mean %q?`, text, guess)
}

// formatOf gives the format of a sprintf.
func formatOf(value ast.Value) (string, bool) {
	call, isCall := value.(ast.Call)
	if !isCall || len(call) < 2 || call[0].Value.Compare(ast.Sprintf.Ref()) != 0 {
		return "", false
	}
	format, isConstant := call[1].Value.(ast.String)
	return string(format), isConstant
}

// isText tells calls that give nothing but text.
func isText(value ast.Value) bool {
	if _, isTemplate := value.(*ast.TemplateString); isTemplate {
		return true
	}
	call, isCall := value.(ast.Call)
	return isCall && slices.ContainsFunc([]*ast.Builtin{ast.Sprintf, ast.Concat, ast.FormatInt}, func(builtin *ast.Builtin) bool {
		return call[0].Value.Compare(builtin.Ref()) == 0
	})
}

// isLiteral tells values that say what kind they are.
func isLiteral(value ast.Value) bool {
	switch value.(type) {
	case ast.Null, ast.Boolean, ast.Number, ast.String, *ast.Array, ast.Object, ast.Set,
		*ast.ArrayComprehension, *ast.ObjectComprehension:
		return true
	}
	return false
}

func kindOfValue(value ast.Value) string {
	switch value.(type) {
	case ast.Null:
		return "null"
	case ast.Boolean:
		return value.String()
	case ast.Number:
		return "a number"
	case *ast.Array, *ast.ArrayComprehension:
		return "an array"
	case ast.Object, *ast.ObjectComprehension:
		return "an object"
	case ast.Set:
		return "a set"
	}
	return "text"
}

func article(kind string) string {
	if kind == "object" {
		return "an object"
	}
	return "a " + kind
}
