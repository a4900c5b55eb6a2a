package main

import (
	"strings"
	"unicode/utf8"

	"github.com/open-policy-agent/opa/v1/ast"
)

// Brackets within brackets. The parser recurses, and the stack of WebAssembly in Node holds about ten times as many.
const nestingLimit = 100

// nestingProblem finds the first bracket that is nested too deeply. It takes no notice of what is inside strings and
// comments.
func nestingProblem(path, text string) []problem {
	depth, row, lineStart := 0, 1, 0
	for at := 0; at < len(text); at++ {
		switch text[at] {
		case '\n':
			row, lineStart = row+1, at+1
		case '#':
			at = skipTo(text, at, "\n") - 1
		case '"':
			at = endOfString(text, at)
		case '`':
			end := skipTo(text, at+1, "`")
			if newlines := strings.Count(text[at:end], "\n"); newlines > 0 {
				row, lineStart = row+newlines, at+strings.LastIndexByte(text[at:end], '\n')+1
			}
			at = end
		case '(', '[', '{':
			if depth++; depth > nestingLimit {
				return []problem{{
					Code:    ast.ParseErr,
					Message: "brackets are nested more than 100 deep: split the expression into rules",
					File:    path,
					Row:     row,
					Column:  utf8.RuneCountInString(text[lineStart:at]) + 1,
				}}
			}
		case ')', ']', '}':
			depth = max(depth-1, 0)
		}
	}
	return nil
}

func skipTo(text string, from int, end string) int {
	if from >= len(text) {
		return len(text)
	}
	if found := strings.Index(text[from:], end); found >= 0 {
		return from + found
	}
	return len(text)
}

// endOfString gives the place of the closing quote, or the last one in the line when there is none.
func endOfString(text string, start int) int {
	for at := start + 1; at < len(text); at++ {
		switch text[at] {
		case '\\':
			at++
		case '"':
			return at
		case '\n':
			return at - 1
		}
	}
	return len(text)
}
