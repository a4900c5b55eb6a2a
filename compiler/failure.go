package main

import (
	"bytes"
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/topdown"
	"github.com/open-policy-agent/opa/v1/topdown/lineage"
)

// Lines of a trace that are kept: its end, where the test stopped.
const traceLines = 200

// failure says where a test stopped.
type failure struct {
	FailedAt *failedExpression `json:"failedAt,omitempty"`
	Trace    string            `json:"trace,omitempty"`
}

type failedExpression struct {
	File string `json:"file"`
	Row  int    `json:"row"`
	// The expression, with the values of its variables below it.
	Text string `json:"text"`
}

func failureOf(trace []*topdown.Event) failure {
	return failure{FailedAt: lastFailed(trace), Trace: failureTrace(trace)}
}

// lastFailed finds the expression on which the test itself failed: the last one that did, looking into `every` for the
// expression that did not hold.
func lastFailed(trace []*topdown.Event) *failedExpression {
	for _, event := range slices.Backward(trace) {
		// The query with the number 0 is the one that asks for the test.
		if event.Op != topdown.FailOp || event.Location == nil || event.QueryID == 0 {
			continue
		}
		if expression, isExpression := event.Node.(*ast.Expr); isExpression && expression.IsEvery() {
			continue
		}
		var text bytes.Buffer
		if err := topdown.PrettyEvent(&text, event, topdown.PrettyEventOpts{PrettyVars: true}); err != nil {
			return nil
		}
		return &failedExpression{
			File: event.Location.File,
			Row:  event.Location.Row,
			Text: strings.TrimRight(text.String(), "\n "),
		}
	}
	return nil
}

func failureTrace(trace []*topdown.Event) string {
	var text bytes.Buffer
	topdown.PrettyTraceWithLocation(&text, lineage.Fails(trace))
	lines := strings.Split(strings.TrimRight(text.String(), "\n"), "\n")
	for i, line := range lines {
		lines[i] = strings.TrimRight(line, " ")
	}
	if len(lines) > traceLines {
		lines = append([]string{"..."}, lines[len(lines)-traceLines:]...)
	}
	return strings.Join(lines, "\n")
}
