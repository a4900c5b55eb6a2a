package main

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/agnivade/levenshtein"
	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/topdown"
	"github.com/open-policy-agent/opa/v1/types"
)

// unclassified is the code of an error that OPA gives none.
const unclassified = "rego_error"

// problem is something wrong with the sources. Row and column count from 1, columns in characters; 0 where the place is
// unknown.
type problem struct {
	Code    string `json:"code"`
	Message string `json:"message"`
	File    string `json:"file"`
	Row     int    `json:"row"`
	Column  int    `json:"column"`
}

func (p problem) compare(other problem) int {
	return cmp.Or(
		strings.Compare(p.File, other.File),
		cmp.Compare(p.Row, other.Row),
		cmp.Compare(p.Column, other.Column),
		strings.Compare(p.Code, other.Code),
		strings.Compare(p.Message, other.Message),
	)
}

// isWarning tells what keeps nothing from being compiled.
func (p problem) isWarning() bool {
	return p.Code == undefinedKey || p.Code == unreadKey
}

func problemAt(code string, location *ast.Location, message string) problem {
	found := problem{Code: code, Message: message}
	if location != nil {
		// At the end of a file OPA counts columns from 0.
		found.File, found.Row, found.Column = location.File, location.Row, max(location.Col, 1)
	}
	return found
}

// problemsOf takes apart whatever error OPA returns; file is the one to name where the error names none.
func problemsOf(err error, file string) []problem {
	var many ast.Errors
	var one *ast.Error
	var evaluation *topdown.Error
	switch {
	case errors.As(err, &many):
		problems := make([]problem, 0, len(many))
		for _, each := range many {
			problems = append(problems, problemOf(each, file))
		}
		return sortProblems(problems)
	case errors.As(err, &one):
		return []problem{problemOf(one, file)}
	case errors.As(err, &evaluation):
		return []problem{problemAt(evaluation.Code, evaluation.Location, evaluation.Message)}
	}
	return []problem{{Code: unclassified, Message: err.Error(), File: file}}
}

func problemOf(err *ast.Error, file string) problem {
	found := problemAt(err.Code, err.Location, messageOf(err))
	if found.File == "" {
		found.File = file
	}
	if found.File != "" && found.Row == 0 {
		found.Row, found.Column = 1, 1
	}
	return found
}

// messageOf says in a sentence what OPA spreads over a message and detail lines.
func messageOf(err *ast.Error) string {
	if name, found := strings.CutPrefix(err.Message, "undefined function "); found {
		return undefinedFunction(name)
	}
	if err.Message == "empty module" {
		return "the file is empty: a Rego file begins with its package"
	}
	switch details := err.Details.(type) {
	case *ast.RefErrInvalidDetail:
		return invalidReference(err.Message, details)
	case *ast.ArgErrDetail:
		return err.Message + ": " + strings.Join(details.Lines(), ", ")
	case *ast.UnificationErrDetail:
		return err.Message + ": " + strings.Join(details.Lines(), ", ")
	}
	return err.Message
}

func invalidReference(message string, details *ast.RefErrInvalidDetail) string {
	if len(details.OneOf) == 0 {
		return message + ": " + strings.Join(details.Lines()[2:], ", ")
	}
	have := details.Ref[details.Pos].Value
	words := make([]string, 0, len(details.OneOf))
	for _, word := range details.OneOf {
		words = append(words, word.String())
	}
	slices.Sort(words)
	words = slices.Compact(words)
	among := details.Ref[:details.Pos]
	if _, isVar := have.(ast.Var); isVar && details.Have != nil {
		return fmt.Sprintf("%s: %s is of the type %s, which no key of %s is; the keys are %s",
			message, have, types.Sprint(details.Have), among, strings.Join(words, ", "))
	}
	text := fmt.Sprintf("%s: there is no %s in %s", message, have, among)
	if nearest, found := nearestWord(have.String(), words); found {
		text += fmt.Sprintf("; did you mean %s?", nearest)
	} else {
		text += "."
	}
	return text + " It has " + strings.Join(words, ", ") + "."
}

// nearestWord finds the word that was probably meant: at most a third of the letters differ.
func nearestWord(word string, candidates []string) (string, bool) {
	nearest, fewest := "", len(word)/3+1
	for _, candidate := range candidates {
		if distance := levenshtein.ComputeDistance(word, candidate); distance < fewest {
			nearest, fewest = candidate, distance
		}
	}
	return nearest, nearest != ""
}
