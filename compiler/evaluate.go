package main

import (
	"bytes"
	"context"
	"encoding/json"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/rego"
	"github.com/open-policy-agent/opa/v1/storage"
	"github.com/open-policy-agent/opa/v1/storage/inmem"
)

type evaluateRequest struct {
	Modules      sources         `json:"modules"`
	Capabilities json.RawMessage `json:"capabilities"`
	Query        string          `json:"query"`
	// Null is an input, too.
	Input json.RawMessage `json:"input"`
	Data  map[string]any  `json:"data"`
}

type evaluateResult struct {
	// One entry for each way to satisfy the query; none when it is undefined. As text, because the numbers of Rego have
	// digits that those of the host lose.
	Rows   string    `json:"rows"`
	Errors []problem `json:"errors"`
}

type evaluateRow struct {
	Expressions []any          `json:"expressions"`
	Bindings    map[string]any `json:"bindings"`
}

// evaluateQuery asks OPA's own evaluator, with errors of builtins being undefined as in a compiled policy.
func evaluateQuery(request evaluateRequest) (evaluateResult, error) {
	allowed, err := capabilitiesOf(request.Capabilities)
	if err != nil {
		return evaluateResult{}, err
	}
	modules, problems := parse(request.Modules, allowed)
	compiler := newCompiler(allowed)
	if len(problems) == 0 {
		problems = compileAll(compiler, modules)
	}
	if len(problems) > 0 {
		return evaluateResult{Rows: "[]", Errors: problems}, nil
	}
	rows, err := evaluateRows(compiler, request)
	if err != nil {
		return evaluateResult{Rows: "[]", Errors: problemsOf(err, "")}, nil
	}
	text, err := encode(rows)
	return evaluateResult{Rows: string(text), Errors: []problem{}}, err
}

func evaluateRows(compiler *ast.Compiler, request evaluateRequest) ([]evaluateRow, error) {
	options := []func(*rego.Rego){
		rego.Query(request.Query),
		rego.Compiler(compiler),
		rego.Store(storeOf(request.Data)),
		rego.SetRegoVersion(ast.RegoV1),
	}
	if len(request.Input) > 0 {
		input, err := ast.ValueFromReader(bytes.NewReader(request.Input))
		if err != nil {
			return nil, err
		}
		options = append(options, rego.ParsedInput(input))
	}
	results, err := rego.New(options...).Eval(context.Background())
	if err != nil {
		return nil, err
	}
	rows := make([]evaluateRow, 0, len(results))
	for _, result := range results {
		row := evaluateRow{Expressions: []any{}, Bindings: result.Bindings}
		for _, expression := range result.Expressions {
			row.Expressions = append(row.Expressions, expression.Value)
		}
		rows = append(rows, row)
	}
	return rows, nil
}

func storeOf(data map[string]any) storage.Store {
	if data == nil {
		data = map[string]any{}
	}
	return inmem.NewFromObject(data)
}
