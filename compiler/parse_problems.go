package main

import (
	"regexp"
	"strconv"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/util"
)

// olderRego is the code of a module in the syntax from before OPA 1.0.
const olderRego = "rego_v0"

// parseProblems says what keeps a module from being parsed.
func parseProblems(err error, path, text string) []problem {
	problems := problemsOf(err, path)
	if len(problems) > 0 && isOlderRego(path, text) {
		first := problems[0]
		first.Code = olderRego
		first.Message = "The file is written for OPA before 1.0."
		return []problem{first}
	}
	lines := strings.Split(text, "\n")
	for i := range problems {
		problems[i] = metadataProblem(problems[i], lines)
	}
	return problems
}

// isOlderRego tells a module that would be well-formed before OPA 1.0.
func isOlderRego(path, text string) bool {
	module, err := ast.ParseModuleWithOpts(path, text, ast.ParserOptions{ProcessAnnotation: true, RegoVersion: ast.RegoV0})
	return err == nil && module != nil
}

// yamlLine is how the YAML parser begins the error of a METADATA block. Its lines count from the one below "# METADATA".
var yamlLine = regexp.MustCompile(`^yaml: (?:unmarshal errors:\s*)?(?:line (\d+): )?`)

// Lines of a METADATA block in which the broken one is searched for; each is parsed with all before it.
const longestBlock = 500

// metadataProblem puts an error in the YAML of a METADATA block on its own line: OPA names a line after it.
func metadataProblem(found problem, lines []string) problem {
	match := yamlLine.FindStringSubmatch(found.Message)
	if match == nil {
		return found
	}
	found.Message = "The METADATA is not YAML of the right form: " +
		strings.Join(strings.Fields(found.Message[len(match[0]):]), " ")
	first, last := metadataBlock(lines, found.Row-1)
	if first > last || last-first > longestBlock {
		return found
	}
	block := make([]string, 0, last-first+1)
	for _, line := range lines[first : last+1] {
		block = append(block, strings.TrimPrefix(strings.TrimRight(strings.TrimLeft(line, " \t"), "\r"), "#"))
	}
	at, isSyntax := brokenLine(block)
	if !isSyntax {
		// Well-formed, but of the wrong type: then the line is right.
		line, err := strconv.Atoi(match[1])
		if err != nil || line < 1 || line > len(block) {
			return found
		}
		at = line - 1
	}
	found.Row, found.Column = first+at+1, 1
	return found
}

// metadataBlock gives the first and the last line below "# METADATA" of the block around a line.
func metadataBlock(lines []string, around int) (first, last int) {
	isComment := func(at int) bool {
		return at >= 0 && at < len(lines) && strings.HasPrefix(strings.TrimLeft(lines[at], " \t"), "#")
	}
	for last = around; isComment(last + 1); last++ {
	}
	for first = around; isComment(first); first-- {
		if strings.TrimSpace(strings.TrimLeft(lines[first], " \t#")) == "METADATA" {
			return first + 1, last
		}
	}
	return 1, 0
}

// brokenLine finds the line from which on no beginning of the text is YAML: a text that ends too early may yet become it.
func brokenLine(lines []string) (at int, broken bool) {
	at = len(lines)
	for at > 0 {
		var value any
		if util.Unmarshal([]byte(strings.Join(lines[:at], "\n")+"\n"), &value) == nil {
			break
		}
		at--
	}
	return at, at < len(lines)
}
