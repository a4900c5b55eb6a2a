package main

import (
	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/format"
)

type formatRequest struct {
	Path string `json:"path"`
	Text string `json:"text"`
}

type formatResult struct {
	// Absent when the text cannot be parsed.
	Text   *string   `json:"text,omitempty"`
	Errors []problem `json:"errors"`
}

// formatModule lays a module out as `opa fmt` does.
func formatModule(request formatRequest) (formatResult, error) {
	if nested := nestingProblem(request.Path, request.Text); nested != nil {
		return formatResult{Errors: nested}, nil
	}
	formatted, err := format.SourceWithOpts(request.Path, []byte(request.Text), format.Opts{RegoVersion: ast.RegoV1})
	if err != nil {
		return formatResult{Errors: problemsOf(err, request.Path)}, nil
	}
	text := string(formatted)
	return formatResult{Text: &text, Errors: []problem{}}, nil
}
